-- A student's weeks of the year so far online, as known on the prediction day; a week that no source covers is absent, not 0.
-- grain: one row a student, prediction day and week of the school year      keys: student_key, as_of, week      owner: models
with

source_dates as (

    select module, event_object, event_date, known_from

    from digital_activity_event

    group by module, event_object, event_date, known_from

),

-- A source covers what lies between its first and its newest date that were known on the prediction day: what came
-- later tells nobody of that day that a quiet week was one without use.
told as (

    select p.as_of, s.module, s.event_object, min(s.event_date) as first_date, max(s.event_date) as newest_date

    from prediction_day as p
    inner join source_dates as s on s.known_from <= p.as_of and s.event_date <= p.as_of

    group by p.as_of, s.module, s.event_object

),

covered as (

    select p.as_of, cast(floor(cast(date_diff('day', p.year_begin, s.covered_date) as double) / 7e0) as bigint) as week

    from prediction_day as p
    inner join told as t on t.as_of = p.as_of
    inner join source_coverage_day as s
        on s.module = t.module
        and s.event_object = t.event_object
        and s.covered_date >= t.first_date
        and s.covered_date <= t.newest_date
        and s.covered_date >= p.year_begin
        and s.covered_date < p.as_of

    group by p.as_of, cast(floor(cast(date_diff('day', p.year_begin, s.covered_date) as double) / 7e0) as bigint)

),

seen as (

    select s.event_date, s.known_from, p.year_begin, min(p.as_of) as first_as_of

    from source_dates as s
    inner join prediction_day as p
        on p.year_begin <= s.event_date and p.as_of >= s.event_date and p.as_of >= s.known_from

    group by s.event_date, s.known_from, p.year_begin

),

-- Use by the first prediction day that knew of it. Nearly every day is settled: one such day knew of all its use.
-- These days are added up to weeks before they are repeated for each prediction day, which is most of the cost.
days as (

    select
        e.student_key,
        e.event_date,
        s.year_begin,
        min(s.first_as_of) as first_as_of,
        max(s.first_as_of) as last_as_of,
        sum(cast(e.time_on_task_seconds as double)) as seconds,
        sum(e.access_count) as accesses,
        max(e.known_from) as known_from

    from digital_activity_event as e
    inner join seen as s on s.event_date = e.event_date and s.known_from = e.known_from

    where e.is_activity and e.window_days = 1

    group by e.student_key, e.event_date, s.year_begin

),

settled as (

    select
        student_key,
        year_begin,
        first_as_of,
        cast(floor(cast(date_diff('day', year_begin, event_date) as double) / 7e0) as bigint) as week,
        count(*) as digital_days,
        sum(seconds) as seconds,
        sum(accesses) as accesses,
        max(known_from) as known_from

    from days

    where first_as_of = last_as_of

    group by
        student_key,
        year_begin,
        first_as_of,
        cast(floor(cast(date_diff('day', year_begin, event_date) as double) / 7e0) as bigint)

),

growing as (

    select
        c.student_key,
        c.as_of,
        c.year_begin,
        e.event_date,
        sum(cast(e.time_on_task_seconds as double)) as seconds,
        sum(e.access_count) as accesses,
        max(e.known_from) as known_from

    from days as d
    inner join digital_activity_event as e on e.student_key = d.student_key and e.event_date = d.event_date
    inner join student_case as c
        on c.student_key = d.student_key
        and c.year_begin = d.year_begin
        and e.event_date <= c.as_of
        and e.known_from <= c.as_of

    where d.first_as_of < d.last_as_of and e.is_activity and e.window_days = 1

    group by c.student_key, c.as_of, c.year_begin, e.event_date

),

parts as (

    select c.student_key, c.as_of, s.week, s.digital_days, s.seconds, s.accesses, s.known_from

    from student_case as c
    inner join settled as s
        on s.student_key = c.student_key and s.year_begin = c.year_begin and s.first_as_of <= c.as_of

    union all

    select
        student_key,
        as_of,
        cast(floor(cast(date_diff('day', year_begin, event_date) as double) / 7e0) as bigint) as week,
        cast(1 as bigint) as digital_days,
        seconds,
        accesses,
        known_from

    from growing

),

weeks as (

    select
        student_key,
        as_of,
        week,
        sum(digital_days) as digital_days,
        sum(seconds) / 6e1 as minutes,
        sum(accesses) as accesses,
        max(known_from) as known_from

    from parts

    group by student_key, as_of, week

)

select
    cast(c.student_key as varchar) as student_key,
    cast(c.as_of as date) as as_of,
    cast(v.week as integer) as week,
    cast(coalesce(w.digital_days, 0) as double) as digital_days,
    cast(w.minutes as double) as digital_minutes,
    cast(w.accesses as double) as digital_accesses,
    cast(w.known_from as date) as known_from

from student_case as c
inner join covered as v on v.as_of = c.as_of
left join weeks as w on w.student_key = c.student_key and w.as_of = c.as_of and w.week = v.week
