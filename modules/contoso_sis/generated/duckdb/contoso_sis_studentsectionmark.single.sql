-- contoso_sis_studentsectionmark: every key occurs once.
-- Generated from modules/contoso_sis/module.yaml; edit that file.
select
  mark_id,
  student_id,
  section_id,
  school_year,
  term_id,
  numeric_mark,
  letter_mark,
  is_final,
  credits_attempted,
  credits_earned,
  credit_type,
  coalesce(mark_id, '') || '|' || coalesce(student_id, '') || '|' || coalesce(section_id, '') || '|' || coalesce(term_id, '') || '|' || coalesce(cast(school_year as varchar), '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_contoso_sis_studentsectionmark
where operation = 'upsert'
