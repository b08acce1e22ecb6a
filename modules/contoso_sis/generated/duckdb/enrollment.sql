-- Generated from modules/contoso_sis/enrollment.sql; edit that file.
SELECT
  CAST('sis_student' AS TEXT) AS id_system,
  contoso_sis_students.student_id AS student_id,
  contoso_sis_students.school_id AS source_school_id,
  contoso_sis_students.grade AS grade_level,
  CAST(NULL AS INT) AS school_year,
  CAST(NULL AS DATE) AS begin_date,
  CASE
    WHEN NOT LOWER(contoso_sis_students.status) IN ('active', 'enrolled')
    THEN contoso_sis_students.known_from
  END AS end_date,
  CAST(NULL AS BOOLEAN) AS is_primary,
  CAST(NULL AS TEXT) AS entry_reason,
  CASE
    WHEN NOT LOWER(contoso_sis_students.status) IN ('active', 'enrolled')
    THEN contoso_sis_students.status
  END AS exit_reason,
  CAST('association' AS TEXT) AS enrollment_basis,
  CAST('contoso_sis' AS TEXT) AS module,
  CAST('students' AS TEXT) AS source_table,
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
WHERE
  NOT contoso_sis_students.school_id IS NULL
