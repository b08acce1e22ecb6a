-- edfi_course_offerings: every key occurs once.
-- Generated from modules/edfi/module.yaml; edit that file.
select
  resource_id,
  school_id,
  school_year,
  session_name,
  local_course_code,
  local_course_title,
  course_code,
  course_organization_id,
  coalesce(resource_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_edfi_course_offerings
where operation = 'upsert'
