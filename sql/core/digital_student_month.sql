-- Who used a source's tools in a month: the ids it used, and the first and last date.
-- grain: one row a module, id, school and month      keys: module, id_system, actor_id, school_key, month      owner: digital learning      partition: month
select
    cast(max(student_key) as varchar) as student_key,
    cast(module as varchar) as module,
    cast(id_system as varchar) as id_system,
    cast(actor_id as varchar) as actor_id,
    cast(school_key as varchar) as school_key,
    cast(min(event_date) as date) as first_date,
    cast(max(event_date) as date) as last_date,
    cast(count(*) as bigint) as events,
    cast(month as varchar) as month

from digital_activity_event

group by module, id_system, actor_id, school_key, month
