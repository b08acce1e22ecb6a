-- Generated from modules/edfi/student_audit.sql; edit that file.
WITH attributes AS (
  SELECT
    'student_education_organization_associations' AS source_table,
    edfi_student_education_organization_associations.student_id AS student_id,
    'sex' AS attribute,
    LOWER(
      CAST(NULLIF(SPLIT_PART(edfi_student_education_organization_associations.sex_descriptor, '#', 2), '') AS STRING)
    ) AS attribute_value,
    edfi_student_education_organization_associations.source_key AS source_key,
    edfi_student_education_organization_associations.batch_id AS batch_id,
    edfi_student_education_organization_associations.record_no AS record_no,
    edfi_student_education_organization_associations.as_of AS as_of,
    edfi_student_education_organization_associations.change_no AS change_no,
    edfi_student_education_organization_associations.known_from AS known_from,
    edfi_student_education_organization_associations.known_basis AS known_basis,
    edfi_student_education_organization_associations.is_current AS is_current,
    edfi_student_education_organization_associations.is_deleted AS is_deleted
  FROM edfi_student_education_organization_associations AS edfi_student_education_organization_associations
  UNION ALL
  SELECT
    'students' AS source_table,
    edfi_students.student_id AS student_id,
    'sex' AS attribute,
    LOWER(CAST(NULLIF(SPLIT_PART(edfi_students.birth_sex_descriptor, '#', 2), '') AS STRING)) AS attribute_value,
    edfi_students.source_key AS source_key,
    edfi_students.batch_id AS batch_id,
    edfi_students.record_no AS record_no,
    edfi_students.as_of AS as_of,
    edfi_students.change_no AS change_no,
    edfi_students.known_from AS known_from,
    edfi_students.known_basis AS known_basis,
    edfi_students.is_current AS is_current,
    edfi_students.is_deleted AS is_deleted
  FROM edfi_students AS edfi_students
  UNION ALL
  SELECT
    'student_education_organization_associations' AS source_table,
    edfi_student_education_organization_associations.student_id AS student_id,
    'ethnicity' AS attribute,
    CASE
      WHEN edfi_student_education_organization_associations.is_hispanic
      THEN 'hispanic'
      WHEN NOT edfi_student_education_organization_associations.is_hispanic
      THEN 'not_hispanic'
    END AS attribute_value,
    edfi_student_education_organization_associations.source_key AS source_key,
    edfi_student_education_organization_associations.batch_id AS batch_id,
    edfi_student_education_organization_associations.record_no AS record_no,
    edfi_student_education_organization_associations.as_of AS as_of,
    edfi_student_education_organization_associations.change_no AS change_no,
    edfi_student_education_organization_associations.known_from AS known_from,
    edfi_student_education_organization_associations.known_basis AS known_basis,
    edfi_student_education_organization_associations.is_current AS is_current,
    edfi_student_education_organization_associations.is_deleted AS is_deleted
  FROM edfi_student_education_organization_associations AS edfi_student_education_organization_associations
  UNION ALL
  SELECT
    'student_education_organization_associations' AS source_table,
    edfi_student_education_organization_associations.student_id AS student_id,
    'race' AS attribute,
    CAST(NULLIF(SPLIT_PART(edfi_student_education_organization_associations.race_descriptor_1, '#', 2), '') AS STRING) AS attribute_value,
    edfi_student_education_organization_associations.source_key AS source_key,
    edfi_student_education_organization_associations.batch_id AS batch_id,
    edfi_student_education_organization_associations.record_no AS record_no,
    edfi_student_education_organization_associations.as_of AS as_of,
    edfi_student_education_organization_associations.change_no AS change_no,
    edfi_student_education_organization_associations.known_from AS known_from,
    edfi_student_education_organization_associations.known_basis AS known_basis,
    edfi_student_education_organization_associations.is_current AS is_current,
    edfi_student_education_organization_associations.is_deleted AS is_deleted
  FROM edfi_student_education_organization_associations AS edfi_student_education_organization_associations
  UNION ALL
  SELECT
    'student_education_organization_associations' AS source_table,
    edfi_student_education_organization_associations.student_id AS student_id,
    'race' AS attribute,
    CAST(NULLIF(SPLIT_PART(edfi_student_education_organization_associations.race_descriptor_2, '#', 2), '') AS STRING) AS attribute_value,
    edfi_student_education_organization_associations.source_key AS source_key,
    edfi_student_education_organization_associations.batch_id AS batch_id,
    edfi_student_education_organization_associations.record_no AS record_no,
    edfi_student_education_organization_associations.as_of AS as_of,
    edfi_student_education_organization_associations.change_no AS change_no,
    edfi_student_education_organization_associations.known_from AS known_from,
    edfi_student_education_organization_associations.known_basis AS known_basis,
    edfi_student_education_organization_associations.is_current AS is_current,
    edfi_student_education_organization_associations.is_deleted AS is_deleted
  FROM edfi_student_education_organization_associations AS edfi_student_education_organization_associations
  UNION ALL
  SELECT
    'student_education_organization_associations' AS source_table,
    edfi_student_education_organization_associations.student_id AS student_id,
    'race' AS attribute,
    CAST(NULLIF(SPLIT_PART(edfi_student_education_organization_associations.race_descriptor_3, '#', 2), '') AS STRING) AS attribute_value,
    edfi_student_education_organization_associations.source_key AS source_key,
    edfi_student_education_organization_associations.batch_id AS batch_id,
    edfi_student_education_organization_associations.record_no AS record_no,
    edfi_student_education_organization_associations.as_of AS as_of,
    edfi_student_education_organization_associations.change_no AS change_no,
    edfi_student_education_organization_associations.known_from AS known_from,
    edfi_student_education_organization_associations.known_basis AS known_basis,
    edfi_student_education_organization_associations.is_current AS is_current,
    edfi_student_education_organization_associations.is_deleted AS is_deleted
  FROM edfi_student_education_organization_associations AS edfi_student_education_organization_associations
  UNION ALL
  SELECT
    'student_education_organization_associations' AS source_table,
    edfi_student_education_organization_associations.student_id AS student_id,
    'english_learner' AS attribute,
    CAST(NULLIF(
      SPLIT_PART(edfi_student_education_organization_associations.english_proficiency_descriptor, '#', 2),
      ''
    ) AS STRING) AS attribute_value,
    edfi_student_education_organization_associations.source_key AS source_key,
    edfi_student_education_organization_associations.batch_id AS batch_id,
    edfi_student_education_organization_associations.record_no AS record_no,
    edfi_student_education_organization_associations.as_of AS as_of,
    edfi_student_education_organization_associations.change_no AS change_no,
    edfi_student_education_organization_associations.known_from AS known_from,
    edfi_student_education_organization_associations.known_basis AS known_basis,
    edfi_student_education_organization_associations.is_current AS is_current,
    edfi_student_education_organization_associations.is_deleted AS is_deleted
  FROM edfi_student_education_organization_associations AS edfi_student_education_organization_associations
)
SELECT
  CAST('edfi_student' AS STRING) AS id_system,
  CAST(attributes.student_id AS STRING) AS student_id,
  CAST(attributes.attribute AS STRING) AS attribute,
  CAST(attributes.attribute_value AS STRING) AS attribute_value,
  CAST('edfi' AS STRING) AS module,
  CAST(attributes.source_table AS STRING) AS source_table,
  CAST(attributes.source_key AS STRING) AS source_key,
  CAST(attributes.batch_id AS STRING) AS batch_id,
  CAST(attributes.record_no AS BIGINT) AS record_no,
  CAST(attributes.as_of AS TIMESTAMP) AS as_of,
  CAST(attributes.change_no AS BIGINT) AS change_no,
  CAST(attributes.known_from AS DATE) AS known_from,
  CAST(attributes.known_basis AS STRING) AS known_basis,
  CAST(attributes.is_current AS BOOLEAN) AS is_current,
  CAST(attributes.is_deleted AS BOOLEAN) AS is_deleted
FROM attributes AS attributes
WHERE
  NOT attributes.attribute_value IS NULL
