-- insights_enrollment: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  enrollment_row_id,
  is_active,
  person_id,
  section_role_id,
  section_id,
  entry_date,
  exit_date,
  is_primary_staff,
  coalesce(enrollment_row_id, '') || '|' || coalesce(person_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_enrollment
where operation = 'upsert'
