-- Generated from modules/iready/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_iready_personalized_instruction.student_id AS student_id,
    staged_iready_personalized_instruction.grade_level AS grade_level,
    staged_iready_personalized_instruction.academic_year AS academic_year,
    staged_iready_personalized_instruction.school_name AS school_name,
    staged_iready_personalized_instruction.subject AS subject,
    staged_iready_personalized_instruction.domain AS domain,
    staged_iready_personalized_instruction.lesson_grade AS lesson_grade,
    staged_iready_personalized_instruction.lesson_level AS lesson_level,
    staged_iready_personalized_instruction.lesson_id AS lesson_id,
    staged_iready_personalized_instruction.lesson_name AS lesson_name,
    staged_iready_personalized_instruction.lesson_language AS lesson_language,
    staged_iready_personalized_instruction.completion_date AS completion_date,
    staged_iready_personalized_instruction.minutes AS minutes,
    staged_iready_personalized_instruction.score AS score,
    staged_iready_personalized_instruction.outcome AS outcome,
    staged_iready_personalized_instruction.teacher_assigned AS teacher_assigned,
    staged_iready_personalized_instruction.batch_id AS batch_id,
    staged_iready_personalized_instruction.record_no AS record_no,
    staged_iready_personalized_instruction.as_of AS as_of,
    staged_iready_personalized_instruction.change_no AS change_no,
    staged_iready_personalized_instruction.known_from AS known_from,
    staged_iready_personalized_instruction.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_iready_personalized_instruction AS staged_iready_personalized_instruction
), compared AS (
  SELECT
    delivered.student_id AS student_id,
    delivered.grade_level AS grade_level,
    delivered.academic_year AS academic_year,
    delivered.school_name AS school_name,
    delivered.subject AS subject,
    delivered.domain AS domain,
    delivered.lesson_grade AS lesson_grade,
    delivered.lesson_level AS lesson_level,
    delivered.lesson_id AS lesson_id,
    delivered.lesson_name AS lesson_name,
    delivered.lesson_language AS lesson_language,
    delivered.completion_date AS completion_date,
    delivered.minutes AS minutes,
    delivered.score AS score,
    delivered.outcome AS outcome,
    delivered.teacher_assigned AS teacher_assigned,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    CASE
      WHEN delivered.is_deleted IS NOT DISTINCT FROM LAG(delivered.is_deleted) OVER versions
      AND delivered.grade_level IS NOT DISTINCT FROM LAG(delivered.grade_level) OVER versions
      AND delivered.academic_year IS NOT DISTINCT FROM LAG(delivered.academic_year) OVER versions
      AND delivered.school_name IS NOT DISTINCT FROM LAG(delivered.school_name) OVER versions
      AND delivered.subject IS NOT DISTINCT FROM LAG(delivered.subject) OVER versions
      AND delivered.domain IS NOT DISTINCT FROM LAG(delivered.domain) OVER versions
      AND delivered.lesson_grade IS NOT DISTINCT FROM LAG(delivered.lesson_grade) OVER versions
      AND delivered.lesson_level IS NOT DISTINCT FROM LAG(delivered.lesson_level) OVER versions
      AND delivered.lesson_name IS NOT DISTINCT FROM LAG(delivered.lesson_name) OVER versions
      AND delivered.lesson_language IS NOT DISTINCT FROM LAG(delivered.lesson_language) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.student_id, delivered.lesson_id, delivered.completion_date, delivered.minutes, delivered.score, delivered.outcome, delivered.teacher_assigned
    ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.student_id AS student_id,
    compared.grade_level AS grade_level,
    compared.academic_year AS academic_year,
    compared.school_name AS school_name,
    compared.subject AS subject,
    compared.domain AS domain,
    compared.lesson_grade AS lesson_grade,
    compared.lesson_level AS lesson_level,
    compared.lesson_id AS lesson_id,
    compared.lesson_name AS lesson_name,
    compared.lesson_language AS lesson_language,
    compared.completion_date AS completion_date,
    compared.minutes AS minutes,
    compared.score AS score,
    compared.outcome AS outcome,
    compared.teacher_assigned AS teacher_assigned,
    compared.batch_id AS batch_id,
    compared.record_no AS record_no,
    compared.as_of AS as_of,
    compared.change_no AS change_no,
    compared.known_from AS known_from,
    compared.known_basis AS known_basis,
    compared.is_deleted AS is_deleted,
    compared.is_change AS is_change,
    compared.version_no AS version_no,
    COUNT(CASE WHEN compared.is_change = 1 THEN 1 END) OVER (
      PARTITION BY compared.student_id, compared.lesson_id, compared.completion_date, compared.minutes, compared.score, compared.outcome, compared.teacher_assigned
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.student_id AS student_id,
    runs.grade_level AS grade_level,
    runs.academic_year AS academic_year,
    runs.school_name AS school_name,
    runs.subject AS subject,
    runs.domain AS domain,
    runs.lesson_grade AS lesson_grade,
    runs.lesson_level AS lesson_level,
    runs.lesson_id AS lesson_id,
    runs.lesson_name AS lesson_name,
    runs.lesson_language AS lesson_language,
    runs.completion_date AS completion_date,
    runs.minutes AS minutes,
    runs.score AS score,
    runs.outcome AS outcome,
    runs.teacher_assigned AS teacher_assigned,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (
      PARTITION BY runs.student_id, runs.lesson_id, runs.completion_date, runs.minutes, runs.score, runs.outcome, runs.teacher_assigned, runs.run_no
    ) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.student_id, runs.lesson_id, runs.completion_date, runs.minutes, runs.score, runs.outcome, runs.teacher_assigned, runs.run_no
      ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.student_id AS student_id,
    learned.grade_level AS grade_level,
    learned.academic_year AS academic_year,
    learned.school_name AS school_name,
    learned.subject AS subject,
    learned.domain AS domain,
    learned.lesson_grade AS lesson_grade,
    learned.lesson_level AS lesson_level,
    learned.lesson_id AS lesson_id,
    learned.lesson_name AS lesson_name,
    learned.lesson_language AS lesson_language,
    learned.completion_date AS completion_date,
    learned.minutes AS minutes,
    learned.score AS score,
    learned.outcome AS outcome,
    learned.teacher_assigned AS teacher_assigned,
    COALESCE(learned.student_id, '') || '|' || COALESCE(learned.lesson_id, '') || '|' || COALESCE(CAST(learned.completion_date AS STRING), '') || '|' || COALESCE(CAST(learned.minutes AS STRING), '') || '|' || COALESCE(learned.score, '') || '|' || COALESCE(learned.outcome, '') || '|' || COALESCE(CAST(learned.teacher_assigned AS STRING), '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (
      PARTITION BY learned.student_id, learned.lesson_id, learned.completion_date, learned.minutes, learned.score, learned.outcome, learned.teacher_assigned
      ORDER BY learned.version_no NULLS LAST
    ) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.student_id AS student_id,
  history.grade_level AS grade_level,
  history.academic_year AS academic_year,
  history.school_name AS school_name,
  history.subject AS subject,
  history.domain AS domain,
  history.lesson_grade AS lesson_grade,
  history.lesson_level AS lesson_level,
  history.lesson_id AS lesson_id,
  history.lesson_name AS lesson_name,
  history.lesson_language AS lesson_language,
  history.completion_date AS completion_date,
  history.minutes AS minutes,
  history.score AS score,
  history.outcome AS outcome,
  history.teacher_assigned AS teacher_assigned,
  history.source_key AS source_key,
  history.batch_id AS batch_id,
  history.record_no AS record_no,
  history.as_of AS as_of,
  history.change_no AS change_no,
  history.known_from AS known_from,
  history.known_basis AS known_basis,
  history.is_current AS is_current,
  history.is_deleted AS is_deleted
FROM history AS history
