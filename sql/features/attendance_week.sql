-- A student's weeks of the year so far in school, as known on the prediction day; a day not taken is no day.
-- grain: one row a student, prediction day and week of the school year      keys: student_key, as_of, week      owner: models
with

-- Several marks of one day are one day: its mean presence. Most days are settled: all that is ever known of them came
-- at once. They are added up to weeks before they are repeated for each prediction day, which is most of the cost.
days as (

    select
        student_key,
        event_date,
        avg(present_fraction) as present_fraction,
        max(case when category = 'absent_unexcused' then 1 else 0 end) as is_unexcused,
        max(case when category = 'tardy' then 1 else 0 end) as is_tardy,
        max(known_from) as known_from,
        case when min(known_from) = max(known_from) and count(known_until) = 0 then 1 else 0 end as is_settled

    from attendance_known

    where known_from is not null

    group by student_key, event_date

),

dates as (

    select event_date, known_from from days where is_settled = 1 group by event_date, known_from

),

seen as (

    select d.event_date, d.known_from, p.year_begin, min(p.as_of) as first_as_of

    from dates as d
    inner join prediction_day as p
        on p.year_begin <= d.event_date and p.as_of >= d.event_date and p.as_of >= d.known_from

    group by d.event_date, d.known_from, p.year_begin

),

settled as (

    select
        d.student_key,
        s.year_begin,
        s.first_as_of,
        cast(floor(cast(date_diff('day', s.year_begin, d.event_date) as double) / 7e0) as bigint) as week,
        count(*) as school_days,
        sum(1e0 - d.present_fraction) as absent_days,
        cast(sum(d.is_unexcused) as bigint) as unexcused_days,
        cast(sum(d.is_tardy) as bigint) as tardy_days,
        max(d.known_from) as known_from

    from days as d
    inner join seen as s on s.event_date = d.event_date and s.known_from = d.known_from

    where d.is_settled = 1

    group by
        d.student_key,
        s.year_begin,
        s.first_as_of,
        cast(floor(cast(date_diff('day', s.year_begin, d.event_date) as double) / 7e0) as bigint)

),

changing as (

    select
        c.student_key,
        c.as_of,
        c.year_begin,
        a.event_date,
        avg(a.present_fraction) as present_fraction,
        max(case when a.category = 'absent_unexcused' then 1 else 0 end) as is_unexcused,
        max(case when a.category = 'tardy' then 1 else 0 end) as is_tardy,
        max(a.known_from) as known_from

    from days as d
    inner join attendance_known as a on a.student_key = d.student_key and a.event_date = d.event_date
    inner join student_case as c
        on c.student_key = a.student_key
        and a.event_date >= c.year_begin
        and a.event_date <= c.as_of
        and a.known_from <= c.as_of

    where d.is_settled = 0 and (a.known_until is null or a.known_until > c.as_of)

    group by c.student_key, c.as_of, c.year_begin, a.event_date

),

parts as (

    select
        c.student_key, c.as_of, s.week, s.school_days, s.absent_days, s.unexcused_days, s.tardy_days, s.known_from

    from student_case as c
    inner join settled as s
        on s.student_key = c.student_key and s.year_begin = c.year_begin and s.first_as_of <= c.as_of

    union all

    select
        student_key,
        as_of,
        cast(floor(cast(date_diff('day', year_begin, event_date) as double) / 7e0) as bigint) as week,
        cast(1 as bigint) as school_days,
        1e0 - present_fraction as absent_days,
        cast(is_unexcused as bigint) as unexcused_days,
        cast(is_tardy as bigint) as tardy_days,
        known_from

    from changing

)

select
    cast(student_key as varchar) as student_key,
    cast(as_of as date) as as_of,
    cast(week as integer) as week,
    cast(sum(school_days) as double) as school_days,
    cast(sum(absent_days) as double) as absent_days,
    cast(sum(unexcused_days) as double) as unexcused_days,
    cast(sum(tardy_days) as double) as tardy_days,
    cast(max(known_from) as date) as known_from

from parts

group by student_key, as_of, week
