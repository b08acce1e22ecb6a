-- Generated from modules/contoso_sis/student_status.sql; edit that file.
SELECT
  CAST('sis_student' AS STRING) AS id_system,
  contoso_sis_students.student_id AS student_id,
  contoso_sis_students.status AS local_status,
  CAST(CASE LOWER(TRIM(contoso_sis_students.status))
    WHEN 'active'
    THEN 'enrolled'
    WHEN 'enrolled'
    THEN 'enrolled'
    WHEN 'graduated'
    THEN 'graduated'
    WHEN 'moved'
    THEN 'transferred'
    WHEN 'transferred'
    THEN 'transferred'
    WHEN 'private school'
    THEN 'transferred'
    WHEN 'home school'
    THEN 'transferred'
    WHEN 'dropped out'
    THEN 'dropped_out'
    WHEN 'dropout'
    THEN 'dropped_out'
  END AS STRING) AS status,
  CAST('contoso_sis' AS STRING) AS module,
  CAST('students' AS STRING) AS source_table,
  contoso_sis_students.source_key AS source_key,
  contoso_sis_students.batch_id AS batch_id,
  contoso_sis_students.record_no AS record_no,
  contoso_sis_students.as_of AS as_of,
  contoso_sis_students.change_no AS change_no,
  contoso_sis_students.known_from AS known_from,
  contoso_sis_students.known_basis AS known_basis,
  contoso_sis_students.is_current AS is_current,
  contoso_sis_students.is_deleted AS is_deleted
FROM contoso_sis_students AS contoso_sis_students
