-- The days of a student's school year are the days of its months, one by one.
-- matters: a month that was not made again. mend: rebuild.
select
    coalesce(d.student_key, e.student_key) as student_key,
    coalesce(d.school_key, e.school_key) as school_key,
    coalesce(d.school_year, e.school_year) as school_year,
    d.days,
    e.enrolled_days
from (
    select student_key, school_key, school_year, count(*) as days
    from student_day_fact
    group by student_key, school_key, school_year
) as d
full outer join student_engagement_year as e
    on e.student_key = d.student_key and e.school_key = d.school_key and e.school_year = d.school_year
where coalesce(d.days, 0) <> coalesce(e.enrolled_days, 0)
