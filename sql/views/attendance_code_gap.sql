-- Local attendance codes that no map covers: the measure of their students waits until each has a meaning.
-- grain: one row a module, code and word      keys: module, local_code, local_status      owner: attendance
select
    cast(e.module as varchar) as module,
    cast(e.local_code as varchar) as local_code,
    cast(e.local_status as varchar) as local_status,
    cast(count(*) as bigint) as marks,
    cast(count(distinct e.student_key) as bigint) as students,
    cast(min(e.event_date) as date) as first_date,
    cast(max(e.event_date) as date) as last_date

from attendance_event as e

where e.is_current and not e.is_deleted and e.category is null

group by e.module, e.local_code, e.local_status
