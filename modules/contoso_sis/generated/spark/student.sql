-- Generated from modules/contoso_sis/student.sql; edit that file.
WITH people AS (
  SELECT
    'students' AS source_table,
    contoso_sis_students.student_id AS student_id,
    contoso_sis_students.grade AS grade,
    contoso_sis_students.birth_year AS birth_year,
    contoso_sis_students.graduation_year AS graduation_year,
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
  UNION ALL
  SELECT
    'studentdemographics' AS source_table,
    contoso_sis_studentdemographics.student_id AS student_id,
    CAST(NULL AS STRING) AS grade,
    CAST(NULL AS BIGINT) AS birth_year,
    CAST(NULL AS BIGINT) AS graduation_year,
    contoso_sis_studentdemographics.source_key AS source_key,
    contoso_sis_studentdemographics.batch_id AS batch_id,
    contoso_sis_studentdemographics.record_no AS record_no,
    contoso_sis_studentdemographics.as_of AS as_of,
    contoso_sis_studentdemographics.change_no AS change_no,
    contoso_sis_studentdemographics.known_from AS known_from,
    contoso_sis_studentdemographics.known_basis AS known_basis,
    contoso_sis_studentdemographics.is_current AS is_current,
    contoso_sis_studentdemographics.is_deleted AS is_deleted
  FROM contoso_sis_studentdemographics AS contoso_sis_studentdemographics
)
SELECT
  CAST('sis_student' AS STRING) AS id_system,
  people.student_id AS student_id,
  CAST('student' AS STRING) AS role,
  people.grade AS grade_level,
  people.birth_year AS birth_year,
  people.graduation_year AS graduation_year,
  CAST('contoso_sis' AS STRING) AS module,
  CAST(people.source_table AS STRING) AS source_table,
  people.source_key AS source_key,
  people.batch_id AS batch_id,
  people.record_no AS record_no,
  people.as_of AS as_of,
  people.change_no AS change_no,
  people.known_from AS known_from,
  people.known_basis AS known_basis,
  people.is_current AS is_current,
  people.is_deleted AS is_deleted
FROM people AS people
