-- Generated from modules/edfi/student.sql; edit that file.
SELECT
  CAST('edfi_student' AS TEXT) AS id_system,
  CAST(edfi_students.student_id AS TEXT) AS student_id,
  CAST('student' AS TEXT) AS role,
  CAST(NULL AS TEXT) AS grade_level,
  CAST(edfi_students.birth_year AS BIGINT) AS birth_year,
  CAST(NULL AS BIGINT) AS graduation_year,
  CAST('edfi' AS TEXT) AS module,
  CAST('students' AS TEXT) AS source_table,
  CAST(edfi_students.source_key AS TEXT) AS source_key,
  CAST(edfi_students.batch_id AS TEXT) AS batch_id,
  CAST(edfi_students.record_no AS BIGINT) AS record_no,
  CAST(edfi_students.as_of AS TIMESTAMP) AS as_of,
  CAST(edfi_students.change_no AS BIGINT) AS change_no,
  CAST(edfi_students.known_from AS DATE) AS known_from,
  CAST(edfi_students.known_basis AS TEXT) AS known_basis,
  CAST(edfi_students.is_current AS BOOLEAN) AS is_current,
  CAST(edfi_students.is_deleted AS BOOLEAN) AS is_deleted
FROM edfi_students AS edfi_students
