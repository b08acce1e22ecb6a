-- Generated from modules/contoso_sis/module.yaml; edit that file.
SELECT
  staged_contoso_sis_studentsectionmark.mark_id AS mark_id,
  staged_contoso_sis_studentsectionmark.student_id AS student_id,
  staged_contoso_sis_studentsectionmark.section_id AS section_id,
  staged_contoso_sis_studentsectionmark.school_year AS school_year,
  staged_contoso_sis_studentsectionmark.term_id AS term_id,
  staged_contoso_sis_studentsectionmark.numeric_mark AS numeric_mark,
  staged_contoso_sis_studentsectionmark.letter_mark AS letter_mark,
  staged_contoso_sis_studentsectionmark.is_final AS is_final,
  staged_contoso_sis_studentsectionmark.credits_attempted AS credits_attempted,
  staged_contoso_sis_studentsectionmark.credits_earned AS credits_earned,
  staged_contoso_sis_studentsectionmark.credit_type AS credit_type,
  COALESCE(staged_contoso_sis_studentsectionmark.mark_id, '') || '|' || COALESCE(staged_contoso_sis_studentsectionmark.student_id, '') || '|' || COALESCE(staged_contoso_sis_studentsectionmark.section_id, '') || '|' || COALESCE(staged_contoso_sis_studentsectionmark.term_id, '') || '|' || COALESCE(CAST(staged_contoso_sis_studentsectionmark.school_year AS TEXT), '') AS source_key,
  staged_contoso_sis_studentsectionmark.batch_id AS batch_id,
  staged_contoso_sis_studentsectionmark.record_no AS record_no,
  staged_contoso_sis_studentsectionmark.as_of AS as_of,
  staged_contoso_sis_studentsectionmark.change_no AS change_no,
  staged_contoso_sis_studentsectionmark.known_from AS known_from,
  staged_contoso_sis_studentsectionmark.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_contoso_sis_studentsectionmark AS staged_contoso_sis_studentsectionmark
