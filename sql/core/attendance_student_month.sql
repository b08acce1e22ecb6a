-- Where a student's attendance was marked in a month, and between which dates.
-- grain: one row a student, school, module and month      keys: student_key, school_key, module, month      owner: attendance      partition: month
select
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(module as varchar) as module,
    cast(min(event_date) as date) as first_date,
    cast(max(event_date) as date) as last_date,
    cast(count(*) as bigint) as marks,
    cast(month as varchar) as month

from attendance_event

where is_current and not is_deleted

group by student_key, school_key, module, month
