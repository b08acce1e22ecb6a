-- Generated from modules/nwea/student_audit.sql; edit that file.
WITH attributes AS (
  SELECT
    nwea_students_by_school.student_id AS student_id,
    'sex' AS attribute,
    LOWER(nwea_students_by_school.sex) AS attribute_value,
    nwea_students_by_school.source_key AS source_key,
    nwea_students_by_school.batch_id AS batch_id,
    nwea_students_by_school.record_no AS record_no,
    nwea_students_by_school.as_of AS as_of,
    nwea_students_by_school.change_no AS change_no,
    nwea_students_by_school.known_from AS known_from,
    nwea_students_by_school.known_basis AS known_basis,
    nwea_students_by_school.is_current AS is_current,
    nwea_students_by_school.is_deleted AS is_deleted
  FROM nwea_students_by_school AS nwea_students_by_school
  UNION ALL
  SELECT
    nwea_students_by_school.student_id AS student_id,
    'race' AS attribute,
    nwea_students_by_school.ethnic_group AS attribute_value,
    nwea_students_by_school.source_key AS source_key,
    nwea_students_by_school.batch_id AS batch_id,
    nwea_students_by_school.record_no AS record_no,
    nwea_students_by_school.as_of AS as_of,
    nwea_students_by_school.change_no AS change_no,
    nwea_students_by_school.known_from AS known_from,
    nwea_students_by_school.known_basis AS known_basis,
    nwea_students_by_school.is_current AS is_current,
    nwea_students_by_school.is_deleted AS is_deleted
  FROM nwea_students_by_school AS nwea_students_by_school
)
SELECT
  CAST('nwea_student' AS TEXT) AS id_system,
  CAST(attributes.student_id AS TEXT) AS student_id,
  CAST(attributes.attribute AS TEXT) AS attribute,
  CAST(attributes.attribute_value AS TEXT) AS attribute_value,
  CAST('nwea' AS TEXT) AS module,
  CAST('students_by_school' AS TEXT) AS source_table,
  CAST(attributes.source_key AS TEXT) AS source_key,
  CAST(attributes.batch_id AS TEXT) AS batch_id,
  CAST(attributes.record_no AS BIGINT) AS record_no,
  CAST(attributes.as_of AS TIMESTAMP) AS as_of,
  CAST(attributes.change_no AS BIGINT) AS change_no,
  CAST(attributes.known_from AS DATE) AS known_from,
  CAST(attributes.known_basis AS TEXT) AS known_basis,
  CAST(attributes.is_current AS BOOLEAN) AS is_current,
  CAST(attributes.is_deleted AS BOOLEAN) AS is_deleted
FROM attributes AS attributes
WHERE
  NOT attributes.attribute_value IS NULL
