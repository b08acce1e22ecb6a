-- How the students of a grade at a school used one source in a week, over the school days that it covers.
-- grain: one row a school, grade, week and module      keys: school_key, grade, week_start, module      owner: digital learning
with

coverage as (

    select module, covered_date from source_coverage_day group by module, covered_date

),

opted_out as (

    select student_key from opted_out_id where student_key is not null group by student_key

),

activity as (

    select student_key, event_date, module, sum(minutes) as minutes

    from student_source_day

    group by student_key, event_date, module

),

years as (

    select student_key, school_key, school_year, grade_level from student_engagement_year

),

days as (

    select
        d.student_key,
        d.school_key,
        d.school_year,
        coalesce(y.grade_level, s.grade_level, 'not stated') as grade,
        cast(date_trunc('week', d.calendar_date) as date) as week_start,
        c.module,
        a.student_key is not null as is_active,
        a.minutes

    from student_day_fact as d
    inner join coverage as c on c.covered_date = d.calendar_date
    left join student as s on s.student_key = d.student_key
    left join years as y
        on y.student_key = d.student_key and y.school_key = d.school_key and y.school_year = d.school_year
    left join opted_out as o on o.student_key = d.student_key
    left join activity as a
        on a.student_key = d.student_key and a.event_date = d.calendar_date and a.module = c.module

    where o.student_key is null

)

select
    cast(d.school_key as varchar) as school_key,
    cast(d.grade as varchar) as grade,
    cast(d.school_year as integer) as school_year,
    cast(d.week_start as date) as week_start,
    cast(d.module as varchar) as module,
    cast(count(*) as integer) as covered_days,
    cast(count_if(d.is_active) as integer) as digital_days,
    cast(sum(d.minutes) as double) as digital_minutes

from days as d

group by d.school_key, d.grade, d.school_year, d.week_start, d.module
