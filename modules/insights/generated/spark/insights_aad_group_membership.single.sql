-- insights_aad_group_membership: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  class_id,
  member_role,
  object_id,
  coalesce(class_id, '') || '|' || coalesce(object_id, '') || '|' || coalesce(member_role, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_aad_group_membership
where operation = 'upsert'
