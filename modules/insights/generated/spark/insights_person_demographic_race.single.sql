-- insights_person_demographic_race: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  person_id,
  race_id,
  coalesce(person_id, '') || '|' || coalesce(race_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_person_demographic_race
where operation = 'upsert'
