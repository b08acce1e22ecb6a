-- Generated from modules/nwea/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_nwea_students_by_school.term_name AS term_name,
    staged_nwea_students_by_school.school_name AS school_name,
    staged_nwea_students_by_school.school_state_id AS school_state_id,
    staged_nwea_students_by_school.student_id AS student_id,
    staged_nwea_students_by_school.student_state_id AS student_state_id,
    staged_nwea_students_by_school.birth_year AS birth_year,
    staged_nwea_students_by_school.ethnic_group AS ethnic_group,
    staged_nwea_students_by_school.sex AS sex,
    staged_nwea_students_by_school.grade_level AS grade_level,
    staged_nwea_students_by_school.batch_id AS batch_id,
    staged_nwea_students_by_school.record_no AS record_no,
    staged_nwea_students_by_school.as_of AS as_of,
    staged_nwea_students_by_school.change_no AS change_no,
    staged_nwea_students_by_school.known_from AS known_from,
    staged_nwea_students_by_school.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_nwea_students_by_school AS staged_nwea_students_by_school
), compared AS (
  SELECT
    delivered.term_name AS term_name,
    delivered.school_name AS school_name,
    delivered.school_state_id AS school_state_id,
    delivered.student_id AS student_id,
    delivered.student_state_id AS student_state_id,
    delivered.birth_year AS birth_year,
    delivered.ethnic_group AS ethnic_group,
    delivered.sex AS sex,
    delivered.grade_level AS grade_level,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    CASE
      WHEN delivered.is_deleted IS NOT DISTINCT FROM LAG(delivered.is_deleted) OVER versions
      AND delivered.school_state_id IS NOT DISTINCT FROM LAG(delivered.school_state_id) OVER versions
      AND delivered.student_state_id IS NOT DISTINCT FROM LAG(delivered.student_state_id) OVER versions
      AND delivered.birth_year IS NOT DISTINCT FROM LAG(delivered.birth_year) OVER versions
      AND delivered.ethnic_group IS NOT DISTINCT FROM LAG(delivered.ethnic_group) OVER versions
      AND delivered.sex IS NOT DISTINCT FROM LAG(delivered.sex) OVER versions
      AND delivered.grade_level IS NOT DISTINCT FROM LAG(delivered.grade_level) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.student_id, delivered.term_name, delivered.school_name
    ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.term_name AS term_name,
    compared.school_name AS school_name,
    compared.school_state_id AS school_state_id,
    compared.student_id AS student_id,
    compared.student_state_id AS student_state_id,
    compared.birth_year AS birth_year,
    compared.ethnic_group AS ethnic_group,
    compared.sex AS sex,
    compared.grade_level AS grade_level,
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
      PARTITION BY compared.student_id, compared.term_name, compared.school_name
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.term_name AS term_name,
    runs.school_name AS school_name,
    runs.school_state_id AS school_state_id,
    runs.student_id AS student_id,
    runs.student_state_id AS student_state_id,
    runs.birth_year AS birth_year,
    runs.ethnic_group AS ethnic_group,
    runs.sex AS sex,
    runs.grade_level AS grade_level,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.student_id, runs.term_name, runs.school_name, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.student_id, runs.term_name, runs.school_name, runs.run_no
      ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.term_name AS term_name,
    learned.school_name AS school_name,
    learned.school_state_id AS school_state_id,
    learned.student_id AS student_id,
    learned.student_state_id AS student_state_id,
    learned.birth_year AS birth_year,
    learned.ethnic_group AS ethnic_group,
    learned.sex AS sex,
    learned.grade_level AS grade_level,
    COALESCE(learned.student_id, '') || '|' || COALESCE(learned.term_name, '') || '|' || COALESCE(learned.school_name, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (
      PARTITION BY learned.student_id, learned.term_name, learned.school_name
      ORDER BY learned.version_no NULLS LAST
    ) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.term_name AS term_name,
  history.school_name AS school_name,
  history.school_state_id AS school_state_id,
  history.student_id AS student_id,
  history.student_state_id AS student_state_id,
  history.birth_year AS birth_year,
  history.ethnic_group AS ethnic_group,
  history.sex AS sex,
  history.grade_level AS grade_level,
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
