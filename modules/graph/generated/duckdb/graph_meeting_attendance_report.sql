-- graph_meeting_attendance_report: all versions.
-- Generated from modules/graph/module.yaml; edit that file.
with

delivered as (
  select
    meeting_id,
    meeting_start,
    upn,
    meeting_role,
    join_time,
    join_date,
    leave_time,
    stay_seconds,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_graph_meeting_attendance_report
),

compared as (
  select
    meeting_id,
    meeting_start,
    upn,
    meeting_role,
    join_time,
    join_date,
    leave_time,
    stay_seconds,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and meeting_role is not distinct from lag(meeting_role) over versions
        and leave_time is not distinct from lag(leave_time) over versions
        and stay_seconds is not distinct from lag(stay_seconds) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by join_date, meeting_id, upn, join_time order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    meeting_id,
    meeting_start,
    upn,
    meeting_role,
    join_time,
    join_date,
    leave_time,
    stay_seconds,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by join_date, meeting_id, upn, join_time order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    meeting_id,
    meeting_start,
    upn,
    meeting_role,
    join_time,
    join_date,
    leave_time,
    stay_seconds,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by join_date, meeting_id, upn, join_time, run_no) as known_from,
    first_value(known_basis) over (partition by join_date, meeting_id, upn, join_time, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    meeting_id,
    meeting_start,
    upn,
    meeting_role,
    join_time,
    join_date,
    leave_time,
    stay_seconds,
    coalesce(cast(join_date as varchar), '') || '|' || coalesce(meeting_id, '') || '|' || coalesce(upn, '') || '|' || coalesce(strftime(join_time, '%Y-%m-%d %H:%M:%S.%f'), '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by join_date, meeting_id, upn, join_time order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  meeting_id,
  meeting_start,
  upn,
  meeting_role,
  join_time,
  join_date,
  leave_time,
  stay_seconds,
  source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  is_current,
  is_deleted
from history
