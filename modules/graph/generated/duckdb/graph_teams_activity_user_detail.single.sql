-- graph_teams_activity_user_detail: every key occurs once.
-- Generated from modules/graph/module.yaml; edit that file.
select
  report_date,
  upn,
  last_activity_date,
  report_period,
  call_count,
  meeting_count,
  meetings_attended_count,
  meetings_organized_count,
  private_chat_message_count,
  team_chat_message_count,
  audio_seconds,
  video_seconds,
  screen_share_seconds,
  coalesce(cast(report_date as varchar), '') || '|' || coalesce(upn, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_graph_teams_activity_user_detail
