-- Whose attendance a source marked in a month: the ids it used, and the school's first and last date for them.
-- grain: one row a module, id, school and month      keys: module, id_system, student_id, school_key, month      owner: attendance      partition: month
select
    cast(max(student_key) as varchar) as student_key,
    cast(module as varchar) as module,
    cast(id_system as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast(school_key as varchar) as school_key,
    cast(min(event_date) as date) as first_date,
    cast(max(event_date) as date) as last_date,
    cast(count(*) as bigint) as marks,
    cast(month as varchar) as month

from attendance_event

where is_current and not is_deleted

group by module, id_system, student_id, school_key, month
