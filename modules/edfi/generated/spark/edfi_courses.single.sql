-- edfi_courses: every key occurs once.
-- Generated from modules/edfi/module.yaml; edit that file.
select
  resource_id,
  education_organization_id,
  education_organization_kind,
  course_code,
  course_title,
  subject_descriptor,
  coalesce(resource_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_edfi_courses
where operation = 'upsert'
