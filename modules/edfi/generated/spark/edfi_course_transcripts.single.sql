-- edfi_course_transcripts: every key occurs once.
-- Generated from modules/edfi/module.yaml; edit that file.
select
  resource_id,
  student_id,
  record_organization_id,
  school_year,
  term_descriptor,
  course_code,
  course_organization_id,
  attempt_result_descriptor,
  letter_grade,
  numeric_grade,
  credits_attempted,
  credits_earned,
  coalesce(resource_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_edfi_course_transcripts
where operation = 'upsert'
