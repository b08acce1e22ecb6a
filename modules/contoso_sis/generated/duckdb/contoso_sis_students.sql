-- Generated from modules/contoso_sis/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_contoso_sis_students.student_id AS student_id,
    staged_contoso_sis_students.school_id AS school_id,
    staged_contoso_sis_students.grade AS grade,
    staged_contoso_sis_students.status AS status,
    staged_contoso_sis_students.graduation_year AS graduation_year,
    staged_contoso_sis_students.birth_year AS birth_year,
    staged_contoso_sis_students.state_id AS state_id,
    staged_contoso_sis_students.email AS email,
    staged_contoso_sis_students.sex AS sex,
    staged_contoso_sis_students.race AS race,
    staged_contoso_sis_students.primary_language AS primary_language,
    staged_contoso_sis_students.english_learner AS english_learner,
    staged_contoso_sis_students.special_education AS special_education,
    staged_contoso_sis_students.low_income AS low_income,
    staged_contoso_sis_students.batch_id AS batch_id,
    staged_contoso_sis_students.record_no AS record_no,
    staged_contoso_sis_students.as_of AS as_of,
    staged_contoso_sis_students.change_no AS change_no,
    staged_contoso_sis_students.known_from AS known_from,
    staged_contoso_sis_students.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_contoso_sis_students AS staged_contoso_sis_students
), compared AS (
  SELECT
    delivered.student_id AS student_id,
    delivered.school_id AS school_id,
    delivered.grade AS grade,
    delivered.status AS status,
    delivered.graduation_year AS graduation_year,
    delivered.birth_year AS birth_year,
    delivered.state_id AS state_id,
    delivered.email AS email,
    delivered.sex AS sex,
    delivered.race AS race,
    delivered.primary_language AS primary_language,
    delivered.english_learner AS english_learner,
    delivered.special_education AS special_education,
    delivered.low_income AS low_income,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    CASE
      WHEN delivered.is_deleted IS NOT DISTINCT FROM LAG(delivered.is_deleted) OVER versions
      AND delivered.school_id IS NOT DISTINCT FROM LAG(delivered.school_id) OVER versions
      AND delivered.grade IS NOT DISTINCT FROM LAG(delivered.grade) OVER versions
      AND delivered.status IS NOT DISTINCT FROM LAG(delivered.status) OVER versions
      AND delivered.graduation_year IS NOT DISTINCT FROM LAG(delivered.graduation_year) OVER versions
      AND delivered.birth_year IS NOT DISTINCT FROM LAG(delivered.birth_year) OVER versions
      AND delivered.state_id IS NOT DISTINCT FROM LAG(delivered.state_id) OVER versions
      AND delivered.email IS NOT DISTINCT FROM LAG(delivered.email) OVER versions
      AND delivered.sex IS NOT DISTINCT FROM LAG(delivered.sex) OVER versions
      AND delivered.race IS NOT DISTINCT FROM LAG(delivered.race) OVER versions
      AND delivered.primary_language IS NOT DISTINCT FROM LAG(delivered.primary_language) OVER versions
      AND delivered.english_learner IS NOT DISTINCT FROM LAG(delivered.english_learner) OVER versions
      AND delivered.special_education IS NOT DISTINCT FROM LAG(delivered.special_education) OVER versions
      AND delivered.low_income IS NOT DISTINCT FROM LAG(delivered.low_income) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.student_id
    ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
  )
), runs AS (
  SELECT
    compared.student_id AS student_id,
    compared.school_id AS school_id,
    compared.grade AS grade,
    compared.status AS status,
    compared.graduation_year AS graduation_year,
    compared.birth_year AS birth_year,
    compared.state_id AS state_id,
    compared.email AS email,
    compared.sex AS sex,
    compared.race AS race,
    compared.primary_language AS primary_language,
    compared.english_learner AS english_learner,
    compared.special_education AS special_education,
    compared.low_income AS low_income,
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
      PARTITION BY compared.student_id
      ORDER BY compared.version_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.student_id AS student_id,
    runs.school_id AS school_id,
    runs.grade AS grade,
    runs.status AS status,
    runs.graduation_year AS graduation_year,
    runs.birth_year AS birth_year,
    runs.state_id AS state_id,
    runs.email AS email,
    runs.sex AS sex,
    runs.race AS race,
    runs.primary_language AS primary_language,
    runs.english_learner AS english_learner,
    runs.special_education AS special_education,
    runs.low_income AS low_income,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.student_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.student_id, runs.run_no ORDER BY runs.known_from, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.student_id AS student_id,
    learned.school_id AS school_id,
    learned.grade AS grade,
    learned.status AS status,
    learned.graduation_year AS graduation_year,
    learned.birth_year AS birth_year,
    learned.state_id AS state_id,
    learned.email AS email,
    learned.sex AS sex,
    learned.race AS race,
    learned.primary_language AS primary_language,
    learned.english_learner AS english_learner,
    learned.special_education AS special_education,
    learned.low_income AS low_income,
    COALESCE(learned.student_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.student_id ORDER BY learned.version_no) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.student_id AS student_id,
  history.school_id AS school_id,
  history.grade AS grade,
  history.status AS status,
  history.graduation_year AS graduation_year,
  history.birth_year AS birth_year,
  history.state_id AS state_id,
  history.email AS email,
  history.sex AS sex,
  history.race AS race,
  history.primary_language AS primary_language,
  history.english_learner AS english_learner,
  history.special_education AS special_education,
  history.low_income AS low_income,
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
