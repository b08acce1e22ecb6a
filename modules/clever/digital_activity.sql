-- Logins through the Clever portal, and resources opened there, for each student and day; days without use are kept.
-- grain: one row for each version of a participation row or of a resource row

with

activity as (
  select
    'daily_participation' as source_table,
    'daily_participation' as event_type,
    'portal' as entity_type,
    'Clever' as entity_name,
    num_logins as access_count,
    active as used,
    date, sis_id, clever_user_id, clever_school_id, school_name,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from clever_daily_participation
  union all
  select
    'resource_usage' as source_table,
    coalesce(resource_type, 'resource') as event_type,
    'resource' as entity_type,
    resource_name as entity_name,
    num_access as access_count,
    num_access > 0 as used,
    date, sis_id, clever_user_id, clever_school_id, school_name,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from clever_resource_usage
),

-- Read beside `activity` and not from it: a block that is read twice may be kept in memory as a whole.
school_names as (
  select school_name, clever_school_id
  from clever_daily_participation
  where school_name is not null and clever_school_id is not null
  union all
  select school_name, clever_school_id
  from clever_resource_usage
  where school_name is not null and clever_school_id is not null
),

-- Clever's school is believed only where its name has one id: a real file has 500 ids for seven names.
single_names as (
  select school_name
  from school_names
  group by school_name
  having count(distinct clever_school_id) = 1
),

placed as (
  select
    activity.source_table, activity.event_type, activity.entity_type, activity.entity_name,
    activity.access_count, activity.used, activity.date, activity.sis_id, activity.clever_user_id,
    case when single_names.school_name is not null then activity.clever_school_id end as school_id,
    activity.source_key, activity.batch_id, activity.record_no, activity.as_of, activity.change_no,
    activity.known_from, activity.known_basis, activity.is_current, activity.is_deleted
  from activity
  left join single_names on activity.school_name = single_names.school_name
)

select
  source_key as event_id,
  cast(event_type as varchar) as event_type,
  cast(case when sis_id is null then 'clever_user' else 'sis_student' end as varchar) as id_system,
  coalesce(sis_id, clever_user_id) as actor_id,
  cast('clever_' || source_table as varchar) as event_object,
  date as event_date,
  cast(null as timestamp) as event_time,
  cast(entity_type as varchar) as entity_type,
  cast(entity_name as varchar) as entity_name,
  cast(null as bigint) as time_on_task_seconds,
  access_count,
  used,
  cast(1 as integer) as window_days,
  school_id as source_school_id,
  cast(null as varchar) as source_section_id,
  cast(null as varchar) as software_version,
  cast('clever' as varchar) as module,
  cast(source_table as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from placed
