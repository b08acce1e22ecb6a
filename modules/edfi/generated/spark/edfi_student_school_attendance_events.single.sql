-- edfi_student_school_attendance_events: every key occurs once.
-- Generated from modules/edfi/module.yaml; edit that file.
select
  resource_id,
  student_id,
  school_id,
  school_year,
  session_name,
  event_date,
  category_descriptor,
  duration,
  environment_descriptor,
  coalesce(resource_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_edfi_student_school_attendance_events
where operation = 'upsert'
