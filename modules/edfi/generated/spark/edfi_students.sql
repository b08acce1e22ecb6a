-- Generated from modules/edfi/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_edfi_students.resource_id AS resource_id,
    staged_edfi_students.student_id AS student_id,
    staged_edfi_students.birth_year AS birth_year,
    staged_edfi_students.birth_sex_descriptor AS birth_sex_descriptor,
    staged_edfi_students.batch_id AS batch_id,
    staged_edfi_students.record_no AS record_no,
    staged_edfi_students.as_of AS as_of,
    staged_edfi_students.change_no AS change_no,
    staged_edfi_students.known_from AS known_from,
    staged_edfi_students.known_basis AS known_basis,
    staged_edfi_students.operation <> 'upsert' AS is_deleted
  FROM staged_edfi_students AS staged_edfi_students
), lives AS (
  SELECT
    delivered.resource_id AS resource_id,
    delivered.student_id AS student_id,
    delivered.birth_year AS birth_year,
    delivered.birth_sex_descriptor AS birth_sex_descriptor,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT delivered.is_deleted THEN 1 END) OVER (
      PARTITION BY delivered.resource_id
      ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.resource_id
    ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
  )
), filled AS (
  SELECT
    lives.resource_id AS resource_id,
    FIRST_VALUE(lives.student_id) OVER life_versions AS student_id,
    FIRST_VALUE(lives.birth_year) OVER life_versions AS birth_year,
    FIRST_VALUE(lives.birth_sex_descriptor) OVER life_versions AS birth_sex_descriptor,
    lives.batch_id AS batch_id,
    lives.record_no AS record_no,
    lives.as_of AS as_of,
    lives.change_no AS change_no,
    lives.known_from AS known_from,
    lives.known_basis AS known_basis,
    lives.is_deleted AS is_deleted
  FROM lives AS lives
  WHERE
    lives.life > 0
  WINDOW life_versions AS (PARTITION BY lives.resource_id, lives.life ORDER BY lives.version_no NULLS LAST)
), compared AS (
  SELECT
    filled.resource_id AS resource_id,
    filled.student_id AS student_id,
    filled.birth_year AS birth_year,
    filled.birth_sex_descriptor AS birth_sex_descriptor,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.student_id IS NOT DISTINCT FROM LAG(filled.student_id) OVER versions
      AND filled.birth_year IS NOT DISTINCT FROM LAG(filled.birth_year) OVER versions
      AND filled.birth_sex_descriptor IS NOT DISTINCT FROM LAG(filled.birth_sex_descriptor) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.resource_id
    ORDER BY filled.as_of NULLS LAST, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, filled.is_deleted NULLS LAST, filled.batch_id NULLS LAST, filled.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.resource_id AS resource_id,
    compared.student_id AS student_id,
    compared.birth_year AS birth_year,
    compared.birth_sex_descriptor AS birth_sex_descriptor,
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
      PARTITION BY compared.resource_id
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.resource_id AS resource_id,
    runs.student_id AS student_id,
    runs.birth_year AS birth_year,
    runs.birth_sex_descriptor AS birth_sex_descriptor,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.resource_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.resource_id, runs.run_no ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.resource_id AS resource_id,
    learned.student_id AS student_id,
    learned.birth_year AS birth_year,
    learned.birth_sex_descriptor AS birth_sex_descriptor,
    COALESCE(learned.resource_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.resource_id ORDER BY learned.version_no NULLS LAST) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.resource_id AS resource_id,
  history.student_id AS student_id,
  history.birth_year AS birth_year,
  history.birth_sex_descriptor AS birth_sex_descriptor,
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
