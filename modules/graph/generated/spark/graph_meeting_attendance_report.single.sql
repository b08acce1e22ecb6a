-- graph_meeting_attendance_report: every key occurs once.
-- Generated from modules/graph/module.yaml; edit that file.
select
  meeting_id,
  meeting_start,
  upn,
  meeting_role,
  join_time,
  join_date,
  leave_time,
  stay_seconds,
  coalesce(cast(join_date as string), '') || '|' || coalesce(meeting_id, '') || '|' || coalesce(upn, '') || '|' || coalesce(date_format(join_time, 'yyyy-MM-dd HH:mm:ss.SSSSSS'), '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_graph_meeting_attendance_report
