-- insights_aad_user_person_mapping: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  object_id,
  person_id,
  coalesce(object_id, '') || '|' || coalesce(person_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_aad_user_person_mapping
where operation = 'upsert'
