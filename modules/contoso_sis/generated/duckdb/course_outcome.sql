-- Generated from modules/contoso_sis/course_outcome.sql; edit that file.
SELECT
  CAST('sis_student' AS TEXT) AS id_system,
  contoso_sis_studentsectionmark.student_id AS student_id,
  contoso_sis_studentsectionmark.section_id AS source_section_id,
  contoso_sis_studentsectionmark.term_id AS source_term_id,
  CAST(contoso_sis_studentsectionmark.school_year AS INT) AS school_year,
  contoso_sis_studentsectionmark.numeric_mark AS numeric_mark,
  contoso_sis_studentsectionmark.letter_mark AS letter_mark,
  contoso_sis_studentsectionmark.is_final AS is_final,
  contoso_sis_studentsectionmark.credits_attempted AS credits_attempted,
  contoso_sis_studentsectionmark.credits_earned AS credits_earned,
  CAST('contoso_sis' AS TEXT) AS module,
  CAST('studentsectionmark' AS TEXT) AS source_table,
  contoso_sis_studentsectionmark.source_key AS source_key,
  contoso_sis_studentsectionmark.batch_id AS batch_id,
  contoso_sis_studentsectionmark.record_no AS record_no,
  contoso_sis_studentsectionmark.as_of AS as_of,
  contoso_sis_studentsectionmark.change_no AS change_no,
  contoso_sis_studentsectionmark.known_from AS known_from,
  contoso_sis_studentsectionmark.known_basis AS known_basis,
  contoso_sis_studentsectionmark.is_current AS is_current,
  contoso_sis_studentsectionmark.is_deleted AS is_deleted
FROM contoso_sis_studentsectionmark AS contoso_sis_studentsectionmark
