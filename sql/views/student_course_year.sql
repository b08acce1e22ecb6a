-- A student's final marks of the newest marking term of a school year, judged once over all schools.
-- grain: one row a student and school year      keys: student_key, school_year      owner: curriculum
with

thresholds as (

    select passing_mark from measure_policy

),

finals as (

    select
        o.student_key,
        o.school_year,
        o.numeric_mark,
        coalesce(t.end_date, date '1900-01-01') as term_end,
        o.term_key

    from course_outcome as o
    left join term as t on t.term_key = o.term_key

    where o.is_current and not o.is_deleted and o.is_final and o.numeric_mark is not null
        and o.student_key is not null and o.school_year is not null

),

placed as (

    select
        f.student_key,
        f.school_year,
        f.numeric_mark,
        dense_rank() over (
            partition by f.student_key, f.school_year order by f.term_end desc, f.term_key desc
        ) as newest_first_rank

    from finals as f

),

sums as (

    select
        p.student_key,
        p.school_year,
        count(*) as courses,
        sum(case when p.numeric_mark < t.passing_mark then 1 when p.numeric_mark >= t.passing_mark then 0 end)
            as courses_not_passed

    from placed as p
    cross join thresholds as t

    where p.newest_first_rank = 1

    group by p.student_key, p.school_year

)

select
    cast(s.student_key as varchar) as student_key,
    cast(s.school_year as integer) as school_year,
    cast(s.courses as integer) as courses,
    cast(s.courses_not_passed as integer) as courses_not_passed,
    cast(s.courses_not_passed = 0 as boolean) as passes_all

from sums as s
