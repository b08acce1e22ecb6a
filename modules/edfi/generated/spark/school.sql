-- Generated from modules/edfi/school.sql; edit that file.
SELECT
  CAST(edfi_schools.school_id AS STRING) AS source_school_id,
  CAST(edfi_schools.school_name AS STRING) AS school_name,
  CAST(COALESCE(
    NULLIF(SPLIT_PART(edfi_schools.school_category_descriptor, '#', 2), ''),
    NULLIF(SPLIT_PART(edfi_schools.school_type_descriptor, '#', 2), '')
  ) AS STRING) AS school_type,
  CAST('edfi' AS STRING) AS module,
  CAST('schools' AS STRING) AS source_table,
  CAST(edfi_schools.source_key AS STRING) AS source_key,
  CAST(edfi_schools.batch_id AS STRING) AS batch_id,
  CAST(edfi_schools.record_no AS BIGINT) AS record_no,
  CAST(edfi_schools.as_of AS TIMESTAMP) AS as_of,
  CAST(edfi_schools.change_no AS BIGINT) AS change_no,
  CAST(edfi_schools.known_from AS DATE) AS known_from,
  CAST(edfi_schools.known_basis AS STRING) AS known_basis,
  CAST(edfi_schools.is_current AS BOOLEAN) AS is_current,
  CAST(edfi_schools.is_deleted AS BOOLEAN) AS is_deleted
FROM edfi_schools AS edfi_schools
