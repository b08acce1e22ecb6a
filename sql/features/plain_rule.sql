-- The plain list that any school can make by hand: days missed this year plus courses not yet passed, counted.
-- grain: one row a student of the latest prediction day      keys: student_key, as_of      owner: models
with

missed as (

    select student_key, as_of, sum(absent_days) as absent_days, sum(school_days) as school_days

    from attendance_week

    group by student_key, as_of

)

select
    cast(c.student_key as varchar) as student_key,
    cast(c.as_of as date) as as_of,
    cast(c.school_key as varchar) as school_key,
    cast(c.grade_level as varchar) as grade_level,
    cast(m.absent_days as double) as absent_days,
    cast(m.school_days as double) as school_days,
    cast(k.courses_not_passed as double) as courses_not_passed,
    cast(coalesce(m.absent_days, 0e0) + coalesce(k.courses_not_passed, 0e0) as double) as points

from student_case as c
left join missed as m on m.student_key = c.student_key and m.as_of = c.as_of
left join mark_past as k on k.student_key = c.student_key and k.as_of = c.as_of

where c.is_latest
