-- A student's weeks of the year so far in school, as known on the prediction day; a day not taken is no day.
-- grain: one row a student, prediction day and week of the school year      keys: student_key, as_of, week      owner: models
with

-- Several marks of one day are one day: its mean presence.
days as (

    select
        c.student_key,
        c.as_of,
        c.year_begin,
        a.event_date,
        avg(a.present_fraction) as present_fraction,
        max(case when a.category = 'absent_unexcused' then 1 else 0 end) as is_unexcused,
        max(case when a.category = 'tardy' then 1 else 0 end) as is_tardy,
        max(a.known_from) as known_from

    from student_case as c
    inner join attendance_known as a
        on a.student_key = c.student_key
        and a.event_date >= c.year_begin
        and a.event_date <= c.as_of
        and a.known_from <= c.as_of

    where a.known_until is null or a.known_until > c.as_of

    group by c.student_key, c.as_of, c.year_begin, a.event_date

),

weeks as (

    select
        student_key,
        as_of,
        cast(floor(cast(date_diff('day', year_begin, event_date) as double) / 7e0) as bigint) as week,
        present_fraction,
        is_unexcused,
        is_tardy,
        known_from

    from days

)

select
    cast(student_key as varchar) as student_key,
    cast(as_of as date) as as_of,
    cast(week as integer) as week,
    cast(count(*) as double) as school_days,
    cast(sum(1e0 - present_fraction) as double) as absent_days,
    cast(sum(is_unexcused) as double) as unexcused_days,
    cast(sum(is_tardy) as double) as tardy_days,
    cast(max(known_from) as date) as known_from

from weeks

group by student_key, as_of, week
