-- insights_source_system: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  source_system_id,
  source_system_name,
  coalesce(source_system_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_source_system
where operation = 'upsert'
