-- insights_person_demographic_person_flag: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  person_id,
  flag_id,
  coalesce(person_id, '') || '|' || coalesce(flag_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_person_demographic_person_flag
where operation = 'upsert'
