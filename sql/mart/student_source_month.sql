-- A student's activity of one month in one source, at the school that carries it; a null school is activity outside his school days.
-- grain: one row a student, school, module, source table and month      keys: student_key, school_key, module, event_object, school_year, month      owner: digital learning      partition: month
with

sessions as (

    select school_key, calendar_date from school_session_day

),

homes as (

    select student_key, school_key, month_text, begin_date, end_date from enrollment_month where is_home

),

second_stints as (

    select student_key, school_key, month_text, begin_date, end_date from enrollment_month where not is_home

),

years as (

    select school_year, year_begin, year_end from school_year_span

),

-- A student has one home school at most on a date, so no row is doubled here.
at_home as (

    select
        s.student_key,
        s.event_date,
        s.module,
        s.event_object,
        s.events,
        s.minutes,
        s.accesses,
        s.month,
        d.school_key

    from student_source_day as s
    left join homes as h
        on h.student_key = s.student_key
        and h.month_text = s.month
        and s.event_date >= h.begin_date
        and s.event_date < h.end_date
    left join sessions as d on d.school_key = h.school_key and d.calendar_date = s.event_date

),

at_second as (

    select
        s.student_key,
        s.event_date,
        s.module,
        s.event_object,
        e.school_key,
        row_number() over (
            partition by s.student_key, s.event_date, s.module, s.event_object order by e.school_key
        ) as position

    from student_source_day as s
    inner join second_stints as e
        on e.student_key = s.student_key
        and e.month_text = s.month
        and s.event_date >= e.begin_date
        and s.event_date < e.end_date
    inner join sessions as d on d.school_key = e.school_key and d.calendar_date = s.event_date

),

-- Where the home school has no session, the first other school in session carries the row; at the rest it is a day only.
days as (

    select
        h.student_key,
        coalesce(h.school_key, e.school_key) as school_key,
        h.event_date,
        h.module,
        h.event_object,
        h.events,
        h.minutes,
        h.accesses,
        1 as carried,
        h.month

    from at_home as h
    left join at_second as e
        on e.student_key = h.student_key
        and e.event_date = h.event_date
        and e.module = h.module
        and e.event_object = h.event_object
        and e.position = 1

    union all

    select
        e.student_key,
        e.school_key,
        e.event_date,
        e.module,
        e.event_object,
        cast(null as bigint) as events,
        cast(null as double) as minutes,
        cast(null as bigint) as accesses,
        0 as carried,
        h.month

    from at_second as e
    inner join at_home as h
        on h.student_key = e.student_key
        and h.event_date = e.event_date
        and h.module = e.module
        and h.event_object = e.event_object

    where e.position > 1 or h.school_key is not null

)

select
    cast(d.student_key as varchar) as student_key,
    cast(d.school_key as varchar) as school_key,
    cast(d.module as varchar) as module,
    cast(d.event_object as varchar) as event_object,
    cast(y.school_year as integer) as school_year,
    cast(count(d.school_key) as integer) as digital_days,
    cast(sum(d.carried) as integer) as active_days,
    cast(sum(d.events) as bigint) as events,
    cast(sum(d.minutes) as double) as minutes,
    cast(sum(d.accesses) as bigint) as accesses,
    cast(d.month as varchar) as month

from days as d
inner join years as y on d.event_date >= y.year_begin and d.event_date < y.year_end

group by d.student_key, d.school_key, d.module, d.event_object, y.school_year, d.month
