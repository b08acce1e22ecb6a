-- Generated from modules/iready/digital_activity.sql; edit that file.
WITH lessons AS (
  SELECT
    iready_personalized_instruction.student_id AS student_id,
    iready_personalized_instruction.lesson_id AS lesson_id,
    iready_personalized_instruction.lesson_name AS lesson_name,
    iready_personalized_instruction.completion_date AS completion_date,
    iready_personalized_instruction.minutes AS minutes,
    iready_personalized_instruction.school_name AS school_name,
    iready_personalized_instruction.student_id || '|' || iready_personalized_instruction.lesson_id || '|' || DATE_FORMAT(iready_personalized_instruction.completion_date, 'yyyy-MM-dd') || '|' || COALESCE(CAST(iready_personalized_instruction.minutes AS STRING), '') || '|' || COALESCE(iready_personalized_instruction.score, '') || '|' || COALESCE(iready_personalized_instruction.outcome, '') || '|' || COALESCE(CAST(iready_personalized_instruction.teacher_assigned AS STRING), '') AS lesson_event,
    iready_personalized_instruction.source_key AS source_key,
    iready_personalized_instruction.batch_id AS batch_id,
    iready_personalized_instruction.record_no AS record_no,
    iready_personalized_instruction.as_of AS as_of,
    iready_personalized_instruction.change_no AS change_no,
    iready_personalized_instruction.known_from AS known_from,
    iready_personalized_instruction.known_basis AS known_basis,
    iready_personalized_instruction.is_current AS is_current,
    iready_personalized_instruction.is_deleted AS is_deleted
  FROM iready_personalized_instruction AS iready_personalized_instruction
), lessons_by_standard AS (
  SELECT
    iready_lesson_activity_with_standards.student_id AS student_id,
    iready_lesson_activity_with_standards.lesson_id AS lesson_id,
    iready_lesson_activity_with_standards.lesson_name AS lesson_name,
    iready_lesson_activity_with_standards.completion_date AS completion_date,
    iready_lesson_activity_with_standards.minutes AS minutes,
    iready_lesson_activity_with_standards.school_name AS school_name,
    iready_lesson_activity_with_standards.student_id || '|' || iready_lesson_activity_with_standards.lesson_id || '|' || DATE_FORMAT(iready_lesson_activity_with_standards.completion_date, 'yyyy-MM-dd') || '|' || COALESCE(CAST(iready_lesson_activity_with_standards.minutes AS STRING), '') || '|' || COALESCE(iready_lesson_activity_with_standards.score, '') || '|' || COALESCE(iready_lesson_activity_with_standards.outcome, '') || '|' || COALESCE(CAST(iready_lesson_activity_with_standards.teacher_assigned AS STRING), '') AS lesson_event,
    iready_lesson_activity_with_standards.source_key AS source_key,
    iready_lesson_activity_with_standards.batch_id AS batch_id,
    iready_lesson_activity_with_standards.record_no AS record_no,
    iready_lesson_activity_with_standards.as_of AS as_of,
    iready_lesson_activity_with_standards.change_no AS change_no,
    iready_lesson_activity_with_standards.known_from AS known_from,
    iready_lesson_activity_with_standards.known_basis AS known_basis,
    iready_lesson_activity_with_standards.is_current AS is_current,
    iready_lesson_activity_with_standards.is_deleted AS is_deleted
  FROM iready_lesson_activity_with_standards AS iready_lesson_activity_with_standards
), spokesman AS (
  SELECT
    lessons_by_standard.lesson_event AS lesson_event,
    MIN(lessons_by_standard.source_key) AS source_key
  FROM lessons_by_standard AS lessons_by_standard
  GROUP BY
    lessons_by_standard.lesson_event
), told_by_lesson AS (
  SELECT
    lessons.lesson_event AS lesson_event,
    COUNT(*) AS versions
  FROM lessons AS lessons
  GROUP BY
    lessons.lesson_event
), only_told_by_standard AS (
  SELECT
    s.student_id AS student_id,
    s.lesson_id AS lesson_id,
    s.lesson_name AS lesson_name,
    s.completion_date AS completion_date,
    s.minutes AS minutes,
    s.school_name AS school_name,
    s.lesson_event AS lesson_event,
    s.source_key AS source_key,
    s.batch_id AS batch_id,
    s.record_no AS record_no,
    s.as_of AS as_of,
    s.change_no AS change_no,
    s.known_from AS known_from,
    s.known_basis AS known_basis,
    s.is_current AS is_current,
    s.is_deleted AS is_deleted
  FROM lessons_by_standard AS s
  INNER JOIN spokesman AS f
    ON f.lesson_event = s.lesson_event AND f.source_key = s.source_key
  LEFT JOIN told_by_lesson AS t
    ON t.lesson_event = s.lesson_event
  WHERE
    t.lesson_event IS NULL
), told_once AS (
  SELECT
    'personalized_instruction' AS source_table,
    lessons.student_id AS student_id,
    lessons.lesson_id AS lesson_id,
    lessons.lesson_name AS lesson_name,
    lessons.completion_date AS completion_date,
    lessons.minutes AS minutes,
    lessons.school_name AS school_name,
    lessons.lesson_event AS lesson_event,
    lessons.source_key AS source_key,
    lessons.batch_id AS batch_id,
    lessons.record_no AS record_no,
    lessons.as_of AS as_of,
    lessons.change_no AS change_no,
    lessons.known_from AS known_from,
    lessons.known_basis AS known_basis,
    lessons.is_current AS is_current,
    lessons.is_deleted AS is_deleted
  FROM lessons AS lessons
  UNION ALL
  SELECT
    'lesson_activity_with_standards' AS source_table,
    only_told_by_standard.student_id AS student_id,
    only_told_by_standard.lesson_id AS lesson_id,
    only_told_by_standard.lesson_name AS lesson_name,
    only_told_by_standard.completion_date AS completion_date,
    only_told_by_standard.minutes AS minutes,
    only_told_by_standard.school_name AS school_name,
    only_told_by_standard.lesson_event AS lesson_event,
    only_told_by_standard.source_key AS source_key,
    only_told_by_standard.batch_id AS batch_id,
    only_told_by_standard.record_no AS record_no,
    only_told_by_standard.as_of AS as_of,
    only_told_by_standard.change_no AS change_no,
    only_told_by_standard.known_from AS known_from,
    only_told_by_standard.known_basis AS known_basis,
    only_told_by_standard.is_current AS is_current,
    only_told_by_standard.is_deleted AS is_deleted
  FROM only_told_by_standard AS only_told_by_standard
)
SELECT
  CAST(told_once.lesson_event AS STRING) AS event_id,
  CAST('lesson' AS STRING) AS event_type,
  CAST('iready_student' AS STRING) AS id_system,
  CAST(told_once.student_id AS STRING) AS actor_id,
  CAST('iready_lesson' AS STRING) AS event_object,
  CAST(told_once.completion_date AS DATE) AS event_date,
  CAST(NULL AS TIMESTAMP) AS event_time,
  CAST('lesson' AS STRING) AS entity_type,
  CAST(COALESCE(
    CASE
      WHEN told_once.lesson_name LIKE '"%"'
      THEN REPLACE(SUBSTRING(told_once.lesson_name, 2, CAST(LENGTH(told_once.lesson_name) AS BIGINT) - 2), '""', '"')
      ELSE told_once.lesson_name
    END,
    told_once.lesson_id
  ) AS STRING) AS entity_name,
  CAST(NULLIF(told_once.minutes, 0) * 60 AS BIGINT) AS time_on_task_seconds,
  CAST(1 AS BIGINT) AS access_count,
  CAST(TRUE AS BOOLEAN) AS used,
  CAST(1 AS INT) AS window_days,
  CAST('name:' || LOWER(TRIM(told_once.school_name)) AS STRING) AS source_school_id,
  CAST(NULL AS STRING) AS source_section_id,
  CAST(NULL AS STRING) AS software_version,
  CAST('iready' AS STRING) AS module,
  CAST(told_once.source_table AS STRING) AS source_table,
  CAST(told_once.source_key AS STRING) AS source_key,
  CAST(told_once.batch_id AS STRING) AS batch_id,
  CAST(told_once.record_no AS BIGINT) AS record_no,
  CAST(told_once.as_of AS TIMESTAMP) AS as_of,
  CAST(told_once.change_no AS BIGINT) AS change_no,
  CAST(told_once.known_from AS DATE) AS known_from,
  CAST(told_once.known_basis AS STRING) AS known_basis,
  CAST(told_once.is_current AS BOOLEAN) AS is_current,
  CAST(told_once.is_deleted AS BOOLEAN) AS is_deleted
FROM told_once AS told_once
