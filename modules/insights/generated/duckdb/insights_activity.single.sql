-- insights_activity: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  signal_type,
  start_time,
  start_date,
  signal_id,
  sis_class_id,
  class_id,
  app_name,
  actor_id,
  actor_role,
  schema_version,
  action,
  meeting_duration,
  meeting_type,
  coalesce(cast(start_date as varchar), '') || '|' || coalesce(signal_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_activity
