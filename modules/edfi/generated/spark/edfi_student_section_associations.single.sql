-- edfi_student_section_associations: every key occurs once.
-- Generated from modules/edfi/module.yaml; edit that file.
select
  resource_id,
  student_id,
  school_id,
  school_year,
  session_name,
  local_course_code,
  section_identifier,
  begin_date,
  end_date,
  is_homeroom,
  coalesce(resource_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_edfi_student_section_associations
where operation = 'upsert'
