-- A student's activity on one date over all sources.
-- grain: one row a student and date      keys: student_key, event_date      owner: digital learning      partition: month
select
    cast(student_key as varchar) as student_key,
    cast(event_date as date) as event_date,
    cast(count(*) as integer) as source_count,
    cast(sum(minutes) as double) as minutes,
    cast(sum(accesses) as bigint) as accesses,
    cast(month as varchar) as month

from student_source_day

group by student_key, event_date, month
