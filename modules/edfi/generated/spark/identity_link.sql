-- Generated from modules/edfi/identity_link.sql; edit that file.
SELECT
  CAST('edfi_student' AS STRING) AS id_system_a,
  CAST(edfi_students.student_id AS STRING) AS id_a,
  CAST('edfi_student_resource' AS STRING) AS id_system_b,
  CAST(edfi_students.resource_id AS STRING) AS id_b,
  CAST('Ed-Fi student record holds both ids' AS STRING) AS basis,
  CAST('edfi' AS STRING) AS module,
  CAST('students' AS STRING) AS source_table,
  CAST(edfi_students.source_key AS STRING) AS source_key,
  CAST(edfi_students.batch_id AS STRING) AS batch_id,
  CAST(edfi_students.record_no AS BIGINT) AS record_no,
  CAST(edfi_students.as_of AS TIMESTAMP) AS as_of,
  CAST(edfi_students.change_no AS BIGINT) AS change_no,
  CAST(edfi_students.known_from AS DATE) AS known_from,
  CAST(edfi_students.known_basis AS STRING) AS known_basis,
  CAST(edfi_students.is_current AS BOOLEAN) AS is_current,
  CAST(edfi_students.is_deleted AS BOOLEAN) AS is_deleted
FROM edfi_students AS edfi_students
WHERE
  NOT edfi_students.student_id IS NULL AND NOT edfi_students.resource_id IS NULL
