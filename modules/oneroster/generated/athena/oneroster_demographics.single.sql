-- oneroster_demographics: every key occurs once.
-- Generated from modules/oneroster/module.yaml; edit that file.
select
  user_id,
  status,
  birth_year,
  sex,
  is_american_indian,
  is_asian,
  is_black,
  is_pacific_islander,
  is_white,
  is_several_races,
  is_hispanic,
  coalesce(user_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_oneroster_demographics
where operation = 'upsert'
