-- graph_m365_app_user_detail: every key occurs once.
-- Generated from modules/graph/module.yaml; edit that file.
select
  report_date,
  upn,
  last_activity_date,
  report_period,
  excel,
  one_note,
  outlook,
  power_point,
  teams,
  word,
  coalesce(cast(report_date as string), '') || '|' || coalesce(upn, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_graph_m365_app_user_detail
