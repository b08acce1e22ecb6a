-- Use of Microsoft 365 and Teams as seven-day reports, and stays in online meetings as events of a day.
-- grain: one row for each version of a report and app, of a report and measure, or of a stay in a meeting

with

apps as (
  select 'Excel' as app
  union all
  select 'OneNote' as app
  union all
  select 'Outlook' as app
  union all
  select 'PowerPoint' as app
  union all
  select 'Teams' as app
  union all
  select 'Word' as app
),

app_reports as (
  select
    'm365_app_user_detail' as source_table,
    'appUsed' as event_type,
    'app' as entity_type,
    apps.app as entity_name,
    report.source_key || '|' || apps.app as event_id,
    report.upn,
    report.report_date,
    report.last_activity_date,
    coalesce(report.report_period, 7) as window_days,
    cast(null as bigint) as access_count,
    cast(null as bigint) as seconds,
    case apps.app
      when 'Excel' then report.excel
      when 'OneNote' then report.one_note
      when 'Outlook' then report.outlook
      when 'PowerPoint' then report.power_point
      when 'Teams' then report.teams
      when 'Word' then report.word
    end as used,
    report.source_key, report.batch_id, report.record_no, report.as_of, report.change_no,
    report.known_from, report.known_basis, report.is_current, report.is_deleted
  from graph_m365_app_user_detail as report
  cross join apps
),

measures as (
  select 'callCount' as measure
  union all
  select 'meetingCount' as measure
  union all
  select 'meetingsAttendedCount' as measure
  union all
  select 'meetingsOrganizedCount' as measure
  union all
  select 'privateChatMessageCount' as measure
  union all
  select 'teamChatMessageCount' as measure
  union all
  select 'audioDuration' as measure
  union all
  select 'videoDuration' as measure
  union all
  select 'screenShareDuration' as measure
),

teams_measures as (
  select
    measures.measure,
    report.upn,
    report.report_date,
    report.last_activity_date,
    coalesce(report.report_period, 7) as window_days,
    case measures.measure
      when 'callCount' then report.call_count
      when 'meetingCount' then report.meeting_count
      when 'meetingsAttendedCount' then report.meetings_attended_count
      when 'meetingsOrganizedCount' then report.meetings_organized_count
      when 'privateChatMessageCount' then report.private_chat_message_count
      when 'teamChatMessageCount' then report.team_chat_message_count
    end as access_count,
    -- A duration stands on one row of its own, never beside a count, so that no sum takes it twice.
    case measures.measure
      when 'audioDuration' then report.audio_seconds
      when 'videoDuration' then report.video_seconds
      when 'screenShareDuration' then report.screen_share_seconds
    end as seconds,
    report.source_key, report.batch_id, report.record_no, report.as_of, report.change_no,
    report.known_from, report.known_basis, report.is_current, report.is_deleted
  from graph_teams_activity_user_detail as report
  cross join measures
),

reports as (
  select
    source_table, event_type, entity_type, entity_name, event_id, upn, report_date, last_activity_date, window_days,
    access_count, seconds, used,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from app_reports
  union all
  select
    'teams_activity_user_detail' as source_table,
    measure as event_type,
    'app' as entity_type,
    'Teams' as entity_name,
    source_key || '|' || measure as event_id,
    upn, report_date, last_activity_date, window_days,
    access_count,
    seconds,
    coalesce(access_count, seconds) > 0 as used,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from teams_measures
),

dated as (
  select
    source_table, event_type, entity_type, entity_name, event_id, upn,
    -- The last day of activity where it lies inside the window, else the day of the report.
    -- A day of the month before is not taken: a row must stay in the month of its report.
    case
      when last_activity_date > report_date then report_date
      when last_activity_date < cast(date_trunc('month', report_date) as date) then report_date
      when date_diff('day', last_activity_date, report_date) < window_days then last_activity_date
      else report_date
    end as event_date,
    cast(null as timestamp) as event_time,
    seconds, access_count, used, window_days,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from reports
  union all
  select
    'meeting_attendance_report' as source_table,
    'meetingAttendance' as event_type,
    'meeting' as entity_type,
    'Teams' as entity_name,
    source_key as event_id,
    upn,
    join_date as event_date,
    join_time as event_time,
    coalesce(stay_seconds, date_diff('second', join_time, leave_time)) as seconds,
    cast(1 as bigint) as access_count,
    true as used,
    cast(1 as bigint) as window_days,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from graph_meeting_attendance_report
)

select
  cast(event_id as varchar) as event_id,
  cast(event_type as varchar) as event_type,
  cast('upn' as varchar) as id_system,
  upn as actor_id,
  cast('graph_' || source_table as varchar) as event_object,
  cast(event_date as date) as event_date,
  cast(event_time as timestamp) as event_time,
  cast(entity_type as varchar) as entity_type,
  cast(entity_name as varchar) as entity_name,
  cast(nullif(seconds, 0) as bigint) as time_on_task_seconds,
  cast(access_count as bigint) as access_count,
  cast(used as boolean) as used,
  cast(window_days as integer) as window_days,
  cast(null as varchar) as source_school_id,
  cast(null as varchar) as source_section_id,
  cast(null as varchar) as software_version,
  cast('graph' as varchar) as module,
  cast(source_table as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from dated
