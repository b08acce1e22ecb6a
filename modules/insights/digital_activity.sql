-- Signals of students' use of Microsoft 365 and Teams; a duration is read for ended calls only, where alone it has a meaning.
-- grain: one row for each version of a signal

with

groups as (
  select class_id, section_id
  from insights_aad_group
  where is_current and not is_deleted
),

-- A group names its class by the section's id in some tenants and by its code in others.
by_code as (
  select section_code, min(section_id) as section_id
  from insights_section
  where is_current and not is_deleted and section_code is not null
  group by section_code
  having count(*) = 1
),

by_id as (
  select section_id
  from insights_section
  where is_current and not is_deleted
),

classes as (
  select
    groups.class_id,
    coalesce(by_id.section_id, by_code.section_id) as section_id
  from groups
  left join by_id on groups.section_id = by_id.section_id
  left join by_code on groups.section_id = by_code.section_code
),

signals as (
  select
    activity.signal_id, activity.signal_type, activity.actor_id, activity.start_date, activity.start_time,
    activity.app_name, activity.meeting_duration, activity.schema_version,
    classes.section_id,
    activity.source_key, activity.batch_id, activity.record_no, activity.as_of, activity.change_no,
    activity.known_from, activity.known_basis, activity.is_current, activity.is_deleted
  from insights_activity as activity
  left join classes on activity.class_id = classes.class_id
  -- A blank role is kept: tenants without School Data Sync never fill it.
  where activity.actor_role is null or lower(activity.actor_role) = 'student'
)

select
  signal_id as event_id,
  signal_type as event_type,
  cast('aad_object' as varchar) as id_system,
  actor_id,
  cast('insights_activity' as varchar) as event_object,
  start_date as event_date,
  start_time as event_time,
  cast('app' as varchar) as entity_type,
  app_name as entity_name,
  case when signal_type = 'CallRecordSummarized' then nullif(meeting_duration, 0) end as time_on_task_seconds,
  cast(1 as bigint) as access_count,
  true as used,
  cast(1 as integer) as window_days,
  cast(null as varchar) as source_school_id,
  section_id as source_section_id,
  schema_version as software_version,
  cast('insights' as varchar) as module,
  cast('activity' as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from signals
