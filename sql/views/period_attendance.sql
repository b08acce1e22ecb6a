-- In-person attendance by periods: a period missed weighs one period, whatever the day's length.
-- grain: one row a student, school and school year with period marks      keys: student_key, school_key, school_year      owner: attendance
select
    cast(e.student_key as varchar) as student_key,
    cast(e.school_key as varchar) as school_key,
    cast(e.school_name as varchar) as school_name,
    cast(e.grade as varchar) as grade,
    cast(e.school_year as integer) as school_year,
    cast(e.periods_scheduled as bigint) as periods_scheduled,
    cast(e.periods_present as double) as periods_present,
    cast(e.period_rate as double) as period_rate,
    cast(e.unmapped_codes as integer) as unmapped_codes

from student_engagement as e

where e.periods_scheduled > 0
