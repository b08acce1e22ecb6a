-- Every current activity row of a digital tool, with one key for the person, also rows whose person no source knows.
-- The school is the one that the source names, else the student's home school on the date.
-- grain: one row a source record      keys: module, source_table, source_key, event_type, entity_name      owner: digital learning
with

homes as (

    select student_key, school_key, begin_date, end_date from enrollment where is_home

)

select
    cast(coalesce(d.event_id, d.source_key) as varchar) as event_id,
    cast(d.event_type as varchar) as event_type,
    cast(d.student_key as varchar) as student_key,
    cast(d.id_system as varchar) as id_system,
    cast(d.actor_id as varchar) as actor_id,
    cast(d.event_object as varchar) as event_object,
    cast(d.event_date as date) as event_date,
    cast(d.event_time as timestamp) as event_time,
    cast(d.entity_type as varchar) as entity_type,
    cast(d.entity_name as varchar) as entity_name,
    cast(d.software_version as varchar) as software_version,

    -- durations and counts stand apart; those of a rolling report belong to its window, not to a day
    cast(d.time_on_task_seconds as bigint) as time_on_task_seconds,
    cast(d.access_count as bigint) as access_count,
    cast(d.used as boolean) as used,
    cast(d.window_days as integer) as window_days,
    cast(d.is_activity as boolean) as is_activity,

    -- where it belongs
    cast(coalesce(d.school_key, h.school_key) as varchar) as school_key,
    cast(d.section_key as varchar) as section_key,
    cast(d.student_key is not null as boolean) as is_matched,

    -- where it comes from
    cast(d.module as varchar) as module,
    cast(d.source_table as varchar) as source_table,
    cast(d.source_key as varchar) as source_key,
    cast(d.batch_id as varchar) as batch_id,
    cast(d.known_from as date) as known_from,
    cast(d.known_basis as varchar) as known_basis

from digital_activity_event as d
left join homes as h
    on h.student_key = d.student_key and d.event_date >= h.begin_date and d.event_date < h.end_date
