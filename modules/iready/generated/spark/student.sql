-- Generated from modules/iready/student.sql; edit that file.
WITH described AS (
  SELECT
    'personalized_instruction' AS source_table,
    iready_personalized_instruction.student_id AS student_id,
    iready_personalized_instruction.grade_level AS grade_level,
    iready_personalized_instruction.academic_year AS academic_year,
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
  UNION ALL
  SELECT
    'lesson_activity_with_standards' AS source_table,
    iready_lesson_activity_with_standards.student_id AS student_id,
    iready_lesson_activity_with_standards.grade_level AS grade_level,
    iready_lesson_activity_with_standards.academic_year AS academic_year,
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
  UNION ALL
  SELECT
    'diagnostic_ela' AS source_table,
    iready_diagnostic_ela.student_id AS student_id,
    iready_diagnostic_ela.grade_level AS grade_level,
    iready_diagnostic_ela.academic_year AS academic_year,
    iready_diagnostic_ela.source_key AS source_key,
    iready_diagnostic_ela.batch_id AS batch_id,
    iready_diagnostic_ela.record_no AS record_no,
    iready_diagnostic_ela.as_of AS as_of,
    iready_diagnostic_ela.change_no AS change_no,
    iready_diagnostic_ela.known_from AS known_from,
    iready_diagnostic_ela.known_basis AS known_basis,
    iready_diagnostic_ela.is_current AS is_current,
    iready_diagnostic_ela.is_deleted AS is_deleted
  FROM iready_diagnostic_ela AS iready_diagnostic_ela
  UNION ALL
  SELECT
    'diagnostic_math' AS source_table,
    iready_diagnostic_math.student_id AS student_id,
    iready_diagnostic_math.grade_level AS grade_level,
    iready_diagnostic_math.academic_year AS academic_year,
    iready_diagnostic_math.source_key AS source_key,
    iready_diagnostic_math.batch_id AS batch_id,
    iready_diagnostic_math.record_no AS record_no,
    iready_diagnostic_math.as_of AS as_of,
    iready_diagnostic_math.change_no AS change_no,
    iready_diagnostic_math.known_from AS known_from,
    iready_diagnostic_math.known_basis AS known_basis,
    iready_diagnostic_math.is_current AS is_current,
    iready_diagnostic_math.is_deleted AS is_deleted
  FROM iready_diagnostic_math AS iready_diagnostic_math
  UNION ALL
  SELECT
    'year_to_date_window' AS source_table,
    iready_year_to_date_window.student_id AS student_id,
    iready_year_to_date_window.grade_level AS grade_level,
    iready_year_to_date_window.academic_year AS academic_year,
    iready_year_to_date_window.source_key AS source_key,
    iready_year_to_date_window.batch_id AS batch_id,
    iready_year_to_date_window.record_no AS record_no,
    iready_year_to_date_window.as_of AS as_of,
    iready_year_to_date_window.change_no AS change_no,
    iready_year_to_date_window.known_from AS known_from,
    iready_year_to_date_window.known_basis AS known_basis,
    iready_year_to_date_window.is_current AS is_current,
    iready_year_to_date_window.is_deleted AS is_deleted
  FROM iready_year_to_date_window AS iready_year_to_date_window
), latest AS (
  SELECT
    described.source_table AS source_table,
    described.student_id AS student_id,
    described.grade_level AS grade_level,
    described.source_key AS source_key,
    described.batch_id AS batch_id,
    described.record_no AS record_no,
    described.as_of AS as_of,
    described.change_no AS change_no,
    described.known_from AS known_from,
    described.known_basis AS known_basis,
    described.is_current AS is_current,
    described.is_deleted AS is_deleted,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY described.source_table, described.student_id, described.academic_year
      ORDER BY described.is_current DESC, described.as_of DESC, described.batch_id NULLS LAST, described.record_no NULLS LAST, described.source_key NULLS LAST
    ) AS BIGINT) AS newest
  FROM described AS described
)
SELECT
  CAST('iready_student' AS STRING) AS id_system,
  CAST(latest.student_id AS STRING) AS student_id,
  CAST('student' AS STRING) AS role,
  CAST(latest.grade_level AS STRING) AS grade_level,
  CAST(NULL AS BIGINT) AS birth_year,
  CAST(NULL AS BIGINT) AS graduation_year,
  CAST('iready' AS STRING) AS module,
  CAST(latest.source_table AS STRING) AS source_table,
  CAST(latest.source_key AS STRING) AS source_key,
  CAST(latest.batch_id AS STRING) AS batch_id,
  CAST(latest.record_no AS BIGINT) AS record_no,
  CAST(latest.as_of AS TIMESTAMP) AS as_of,
  CAST(latest.change_no AS BIGINT) AS change_no,
  CAST(latest.known_from AS DATE) AS known_from,
  CAST(latest.known_basis AS STRING) AS known_basis,
  CAST(latest.is_current AS BOOLEAN) AS is_current,
  CAST(latest.is_deleted AS BOOLEAN) AS is_deleted
FROM latest AS latest
WHERE
  latest.newest = 1
