-- One current activity row of a digital tool (Caliper's ToolUse shape): typed, keyed, with one key for the person.
-- The event's id is null where it is the source key. A row of an unknown person stays in with a null student_key; a student who opted out is left out.
-- grain: one row a source record      keys: module, source_table, source_key, event_type, entity_name      owner: digital learning      partition: month
with

activity as (

    select
        m.student_key,
        coalesce(a.school_key, lower(replace(trim(d.source_school_id), '-', ''))) as school_key,
        d.event_id,
        d.event_type,
        d.event_object,
        d.event_date,
        d.event_time,
        d.entity_type,
        d.entity_name,
        d.time_on_task_seconds,
        d.access_count,
        d.used,
        coalesce(d.window_days, 1) as window_days,
        d.source_section_id,
        d.software_version,
        d.id_system,
        d.actor_id,
        d.module,
        d.source_table,
        d.source_key,
        d.batch_id,
        d.record_no,
        d.as_of,
        d.known_from,
        d.known_basis

    from mapped_digital_activity as d
    left join identity_map as m on m.id_system = d.id_system and m.id = d.actor_id
    left join school_alias as a on a.module = d.module and a.source_school_id = d.source_school_id
    left join opted_out_id as o on o.id_system = d.id_system and o.id = d.actor_id

    where d.is_current and not d.is_deleted and o.id is null

)

select
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(case when event_id <> source_key then event_id end as varchar) as event_id,
    cast(event_type as varchar) as event_type,
    cast(event_object as varchar) as event_object,
    cast(event_date as date) as event_date,
    cast(event_time as timestamp) as event_time,
    cast(entity_type as varchar) as entity_type,
    cast(entity_name as varchar) as entity_name,
    cast(module || ':' || source_section_id as varchar) as section_key,
    cast(software_version as varchar) as software_version,

    -- a duration is null when unknown; a rolling report's sums belong to no day
    cast(time_on_task_seconds as bigint) as time_on_task_seconds,
    cast(access_count as bigint) as access_count,
    cast(used as boolean) as used,
    cast(window_days as integer) as window_days,

    -- what the source says outright counts; else any time or access does; else the event itself
    cast(
        case
            when used is not null then used
            when access_count > 0 or time_on_task_seconds > 0 then true
            else access_count is null and time_on_task_seconds is null
        end as boolean
    ) as is_activity,

    -- where it comes from
    cast(id_system as varchar) as id_system,
    cast(actor_id as varchar) as actor_id,
    cast(module as varchar) as module,
    cast(source_table as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(coalesce(date_format(event_date, '%Y-%m'), 'undated') as varchar) as month

from activity
