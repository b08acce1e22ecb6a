-- A student's activity of a school year in one source over the school days that it covers; a student without any is there with zero.
-- Activity outside school days belongs to the year's latest home school.
-- grain: one row a student, school, school year, module and source table      keys: student_key, school_key, school_year, module, event_object      owner: digital learning      partition: school_year
with

stints as (

    select student_key, school_key, school_year, begin_date, end_date from enrollment

),

homes as (

    select
        student_key,
        school_key,
        school_year,
        row_number() over (
            partition by student_key, school_year
            order by case when is_home then 0 else 1 end, begin_date desc, school_key
        ) as position

    from enrollment

),

-- Students of a school mostly share their dates: covered days are counted once for each pair of dates.
shapes as (

    select school_key, school_year, begin_date, end_date from stints group by school_key, school_year, begin_date, end_date

),

shape_days as (

    select
        s.school_key,
        s.school_year,
        s.begin_date,
        s.end_date,
        c.module,
        c.event_object,
        count(*) as covered_days,
        bool_or(c.measures_minutes) as measures_minutes,
        bool_or(c.measures_accesses) as measures_accesses

    from shapes as s
    inner join school_session_day as d
        on d.school_key = s.school_key
        and d.school_year = s.school_year
        and d.calendar_date >= s.begin_date
        and d.calendar_date < s.end_date
    inner join source_coverage_day as c on c.covered_date = d.calendar_date

    group by s.school_key, s.school_year, s.begin_date, s.end_date, c.module, c.event_object

),

opted_out as (

    select student_key from opted_out_id where student_key is not null group by student_key

),

covered as (

    select
        s.student_key,
        s.school_key,
        s.school_year,
        d.module,
        d.event_object,
        sum(d.covered_days) as covered_days,
        bool_or(d.measures_minutes) as measures_minutes,
        bool_or(d.measures_accesses) as measures_accesses

    from stints as s
    inner join shape_days as d
        on d.school_key = s.school_key
        and d.school_year = s.school_year
        and d.begin_date = s.begin_date
        and d.end_date = s.end_date
    left join opted_out as o on o.student_key = s.student_key

    where o.student_key is null

    group by s.student_key, s.school_key, s.school_year, d.module, d.event_object

),

activity as (

    select
        m.student_key,
        coalesce(m.school_key, h.school_key, 'unknown') as school_key,
        m.school_year,
        m.module,
        m.event_object,
        sum(m.digital_days) as digital_days,
        sum(m.active_days) as active_days,
        sum(m.minutes) as minutes,
        sum(m.accesses) as accesses

    from student_source_month as m
    left join homes as h on h.student_key = m.student_key and h.school_year = m.school_year and h.position = 1

    group by m.student_key, coalesce(m.school_key, h.school_key, 'unknown'), m.school_year, m.module, m.event_object

),

pairs as (

    select student_key, school_key, school_year, module, event_object from covered
    union all
    select student_key, school_key, school_year, module, event_object from activity

),

rows_of_year as (

    select student_key, school_key, school_year, module, event_object

    from pairs

    group by student_key, school_key, school_year, module, event_object

)

select
    cast(r.student_key as varchar) as student_key,
    cast(r.school_key as varchar) as school_key,
    cast(r.module as varchar) as module,
    cast(r.event_object as varchar) as event_object,
    cast(coalesce(c.covered_days, 0) as integer) as covered_days,
    cast(coalesce(a.digital_days, 0) as integer) as digital_days,
    cast(coalesce(a.active_days, 0) as integer) as active_days,
    cast(case when c.measures_minutes then coalesce(a.minutes, 0e0) else a.minutes end as double) as digital_minutes,
    cast(case when c.measures_accesses then coalesce(a.accesses, 0) else a.accesses end as bigint) as digital_accesses,
    cast(r.school_year as integer) as school_year

from rows_of_year as r
left join covered as c
    on c.student_key = r.student_key
    and c.school_key = r.school_key
    and c.school_year = r.school_year
    and c.module = r.module
    and c.event_object = r.event_object
left join activity as a
    on a.student_key = r.student_key
    and a.school_key = r.school_key
    and a.school_year = r.school_year
    and a.module = r.module
    and a.event_object = r.event_object
