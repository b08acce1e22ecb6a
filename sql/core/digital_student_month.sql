-- Where a student's use of digital tools was reported in a month, and between which dates.
-- grain: one row a student, school, module and month      keys: student_key, school_key, module, month      owner: digital learning      partition: month
select
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(module as varchar) as module,
    cast(min(event_date) as date) as first_date,
    cast(max(event_date) as date) as last_date,
    cast(count(*) as bigint) as events,
    cast(month as varchar) as month

from digital_activity_event

group by student_key, school_key, module, month
