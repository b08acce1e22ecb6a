-- insights_person_organization_role: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  role_row_id,
  is_active,
  organization_id,
  person_id,
  role_id,
  session_id,
  is_primary,
  grade_level_id,
  role_start,
  role_end,
  coalesce(role_row_id, '') || '|' || coalesce(person_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_person_organization_role
where operation = 'upsert'
