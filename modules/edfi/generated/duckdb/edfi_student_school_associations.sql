-- Generated from modules/edfi/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_edfi_student_school_associations.resource_id AS resource_id,
    staged_edfi_student_school_associations.student_id AS student_id,
    staged_edfi_student_school_associations.school_id AS school_id,
    staged_edfi_student_school_associations.school_year AS school_year,
    staged_edfi_student_school_associations.entry_date AS entry_date,
    staged_edfi_student_school_associations.entry_grade_descriptor AS entry_grade_descriptor,
    staged_edfi_student_school_associations.entry_type_descriptor AS entry_type_descriptor,
    staged_edfi_student_school_associations.exit_date AS exit_date,
    staged_edfi_student_school_associations.exit_type_descriptor AS exit_type_descriptor,
    staged_edfi_student_school_associations.is_primary AS is_primary,
    staged_edfi_student_school_associations.batch_id AS batch_id,
    staged_edfi_student_school_associations.record_no AS record_no,
    staged_edfi_student_school_associations.as_of AS as_of,
    staged_edfi_student_school_associations.change_no AS change_no,
    staged_edfi_student_school_associations.known_from AS known_from,
    staged_edfi_student_school_associations.known_basis AS known_basis,
    staged_edfi_student_school_associations.operation <> 'upsert' AS is_deleted
  FROM staged_edfi_student_school_associations AS staged_edfi_student_school_associations
), lives AS (
  SELECT
    delivered.resource_id AS resource_id,
    delivered.student_id AS student_id,
    delivered.school_id AS school_id,
    delivered.school_year AS school_year,
    delivered.entry_date AS entry_date,
    delivered.entry_grade_descriptor AS entry_grade_descriptor,
    delivered.entry_type_descriptor AS entry_type_descriptor,
    delivered.exit_date AS exit_date,
    delivered.exit_type_descriptor AS exit_type_descriptor,
    delivered.is_primary AS is_primary,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT delivered.is_deleted THEN 1 END) OVER (
      PARTITION BY delivered.resource_id
      ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.resource_id
    ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
  )
), filled AS (
  SELECT
    lives.resource_id AS resource_id,
    FIRST_VALUE(lives.student_id) OVER life_versions AS student_id,
    FIRST_VALUE(lives.school_id) OVER life_versions AS school_id,
    FIRST_VALUE(lives.school_year) OVER life_versions AS school_year,
    FIRST_VALUE(lives.entry_date) OVER life_versions AS entry_date,
    FIRST_VALUE(lives.entry_grade_descriptor) OVER life_versions AS entry_grade_descriptor,
    FIRST_VALUE(lives.entry_type_descriptor) OVER life_versions AS entry_type_descriptor,
    FIRST_VALUE(lives.exit_date) OVER life_versions AS exit_date,
    FIRST_VALUE(lives.exit_type_descriptor) OVER life_versions AS exit_type_descriptor,
    FIRST_VALUE(lives.is_primary) OVER life_versions AS is_primary,
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
  WINDOW life_versions AS (PARTITION BY lives.resource_id, lives.life ORDER BY lives.version_no)
), compared AS (
  SELECT
    filled.resource_id AS resource_id,
    filled.student_id AS student_id,
    filled.school_id AS school_id,
    filled.school_year AS school_year,
    filled.entry_date AS entry_date,
    filled.entry_grade_descriptor AS entry_grade_descriptor,
    filled.entry_type_descriptor AS entry_type_descriptor,
    filled.exit_date AS exit_date,
    filled.exit_type_descriptor AS exit_type_descriptor,
    filled.is_primary AS is_primary,
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
      AND filled.school_id IS NOT DISTINCT FROM LAG(filled.school_id) OVER versions
      AND filled.school_year IS NOT DISTINCT FROM LAG(filled.school_year) OVER versions
      AND filled.entry_date IS NOT DISTINCT FROM LAG(filled.entry_date) OVER versions
      AND filled.entry_grade_descriptor IS NOT DISTINCT FROM LAG(filled.entry_grade_descriptor) OVER versions
      AND filled.entry_type_descriptor IS NOT DISTINCT FROM LAG(filled.entry_type_descriptor) OVER versions
      AND filled.exit_date IS NOT DISTINCT FROM LAG(filled.exit_date) OVER versions
      AND filled.exit_type_descriptor IS NOT DISTINCT FROM LAG(filled.exit_type_descriptor) OVER versions
      AND filled.is_primary IS NOT DISTINCT FROM LAG(filled.is_primary) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.resource_id
    ORDER BY filled.as_of, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END), filled.is_deleted, filled.batch_id, filled.record_no
  )
), runs AS (
  SELECT
    compared.resource_id AS resource_id,
    compared.student_id AS student_id,
    compared.school_id AS school_id,
    compared.school_year AS school_year,
    compared.entry_date AS entry_date,
    compared.entry_grade_descriptor AS entry_grade_descriptor,
    compared.entry_type_descriptor AS entry_type_descriptor,
    compared.exit_date AS exit_date,
    compared.exit_type_descriptor AS exit_type_descriptor,
    compared.is_primary AS is_primary,
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
      ORDER BY compared.version_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.resource_id AS resource_id,
    runs.student_id AS student_id,
    runs.school_id AS school_id,
    runs.school_year AS school_year,
    runs.entry_date AS entry_date,
    runs.entry_grade_descriptor AS entry_grade_descriptor,
    runs.entry_type_descriptor AS entry_type_descriptor,
    runs.exit_date AS exit_date,
    runs.exit_type_descriptor AS exit_type_descriptor,
    runs.is_primary AS is_primary,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.resource_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.resource_id, runs.run_no ORDER BY runs.known_from, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.resource_id AS resource_id,
    learned.student_id AS student_id,
    learned.school_id AS school_id,
    learned.school_year AS school_year,
    learned.entry_date AS entry_date,
    learned.entry_grade_descriptor AS entry_grade_descriptor,
    learned.entry_type_descriptor AS entry_type_descriptor,
    learned.exit_date AS exit_date,
    learned.exit_type_descriptor AS exit_type_descriptor,
    learned.is_primary AS is_primary,
    COALESCE(learned.resource_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.resource_id ORDER BY learned.version_no) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.resource_id AS resource_id,
  history.student_id AS student_id,
  history.school_id AS school_id,
  history.school_year AS school_year,
  history.entry_date AS entry_date,
  history.entry_grade_descriptor AS entry_grade_descriptor,
  history.entry_type_descriptor AS entry_type_descriptor,
  history.exit_date AS exit_date,
  history.exit_type_descriptor AS exit_type_descriptor,
  history.is_primary AS is_primary,
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
