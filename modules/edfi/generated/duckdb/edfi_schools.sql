-- Generated from modules/edfi/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_edfi_schools.resource_id AS resource_id,
    staged_edfi_schools.school_id AS school_id,
    staged_edfi_schools.school_name AS school_name,
    staged_edfi_schools.school_type_descriptor AS school_type_descriptor,
    staged_edfi_schools.school_category_descriptor AS school_category_descriptor,
    staged_edfi_schools.operational_status_descriptor AS operational_status_descriptor,
    staged_edfi_schools.local_education_agency_id AS local_education_agency_id,
    staged_edfi_schools.batch_id AS batch_id,
    staged_edfi_schools.record_no AS record_no,
    staged_edfi_schools.as_of AS as_of,
    staged_edfi_schools.change_no AS change_no,
    staged_edfi_schools.known_from AS known_from,
    staged_edfi_schools.known_basis AS known_basis,
    staged_edfi_schools.operation <> 'upsert' AS is_deleted
  FROM staged_edfi_schools AS staged_edfi_schools
), lives AS (
  SELECT
    delivered.resource_id AS resource_id,
    delivered.school_id AS school_id,
    delivered.school_name AS school_name,
    delivered.school_type_descriptor AS school_type_descriptor,
    delivered.school_category_descriptor AS school_category_descriptor,
    delivered.operational_status_descriptor AS operational_status_descriptor,
    delivered.local_education_agency_id AS local_education_agency_id,
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
    FIRST_VALUE(lives.school_id) OVER life_versions AS school_id,
    FIRST_VALUE(lives.school_name) OVER life_versions AS school_name,
    FIRST_VALUE(lives.school_type_descriptor) OVER life_versions AS school_type_descriptor,
    FIRST_VALUE(lives.school_category_descriptor) OVER life_versions AS school_category_descriptor,
    FIRST_VALUE(lives.operational_status_descriptor) OVER life_versions AS operational_status_descriptor,
    FIRST_VALUE(lives.local_education_agency_id) OVER life_versions AS local_education_agency_id,
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
    filled.school_id AS school_id,
    filled.school_name AS school_name,
    filled.school_type_descriptor AS school_type_descriptor,
    filled.school_category_descriptor AS school_category_descriptor,
    filled.operational_status_descriptor AS operational_status_descriptor,
    filled.local_education_agency_id AS local_education_agency_id,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.school_id IS NOT DISTINCT FROM LAG(filled.school_id) OVER versions
      AND filled.school_name IS NOT DISTINCT FROM LAG(filled.school_name) OVER versions
      AND filled.school_type_descriptor IS NOT DISTINCT FROM LAG(filled.school_type_descriptor) OVER versions
      AND filled.school_category_descriptor IS NOT DISTINCT FROM LAG(filled.school_category_descriptor) OVER versions
      AND filled.operational_status_descriptor IS NOT DISTINCT FROM LAG(filled.operational_status_descriptor) OVER versions
      AND filled.local_education_agency_id IS NOT DISTINCT FROM LAG(filled.local_education_agency_id) OVER versions
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
    compared.school_id AS school_id,
    compared.school_name AS school_name,
    compared.school_type_descriptor AS school_type_descriptor,
    compared.school_category_descriptor AS school_category_descriptor,
    compared.operational_status_descriptor AS operational_status_descriptor,
    compared.local_education_agency_id AS local_education_agency_id,
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
    runs.school_id AS school_id,
    runs.school_name AS school_name,
    runs.school_type_descriptor AS school_type_descriptor,
    runs.school_category_descriptor AS school_category_descriptor,
    runs.operational_status_descriptor AS operational_status_descriptor,
    runs.local_education_agency_id AS local_education_agency_id,
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
    learned.school_id AS school_id,
    learned.school_name AS school_name,
    learned.school_type_descriptor AS school_type_descriptor,
    learned.school_category_descriptor AS school_category_descriptor,
    learned.operational_status_descriptor AS operational_status_descriptor,
    learned.local_education_agency_id AS local_education_agency_id,
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
  history.school_id AS school_id,
  history.school_name AS school_name,
  history.school_type_descriptor AS school_type_descriptor,
  history.school_category_descriptor AS school_category_descriptor,
  history.operational_status_descriptor AS operational_status_descriptor,
  history.local_education_agency_id AS local_education_agency_id,
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
