-- clever_resource_usage: every key occurs once.
-- Generated from modules/clever/module.yaml; edit that file.
select
  date,
  sis_id,
  clever_user_id,
  clever_school_id,
  school_name,
  resource_type,
  resource_name,
  resource_id,
  num_access,
  coalesce(cast(date as string), '') || '|' || coalesce(clever_user_id, '') || '|' || coalesce(sis_id, '') || '|' || coalesce(clever_school_id, '') || '|' || coalesce(school_name, '') || '|' || coalesce(resource_type, '') || '|' || coalesce(resource_name, '') || '|' || coalesce(resource_id, '') || '|' || coalesce(cast(num_access as string), '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_clever_resource_usage
