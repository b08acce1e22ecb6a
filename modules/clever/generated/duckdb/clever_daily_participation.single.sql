-- clever_daily_participation: every key occurs once.
-- Generated from modules/clever/module.yaml; edit that file.
select
  date,
  sis_id,
  clever_user_id,
  clever_school_id,
  school_name,
  active,
  num_logins,
  num_resources_accessed,
  coalesce(cast(date as varchar), '') || '|' || coalesce(clever_user_id, '') || '|' || coalesce(sis_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_clever_daily_participation
