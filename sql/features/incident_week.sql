-- A student's weeks of the year so far with behaviour incidents, as known on the prediction day; a week that no source tells of is absent, not 0.
-- grain: one row a student, prediction day and week of the school year      keys: student_key, as_of, week      owner: models
with

-- A student's part in an incident counts once, however many rows tell of it.
parts as (

    select student_key, incident_key, incident_date, min(known_from) as known_from

    from incident

    where student_key is not null and incident_date is not null

    group by student_key, incident_key, incident_date

),

-- Between the first and the newest incident that anybody knew of, a week without one is calm. After the newest one
-- nobody knows whether all is calm or the source is silent.
told as (

    select p.as_of, p.year_begin, min(e.incident_date) as first_date, max(e.incident_date) as newest_date

    from prediction_day as p
    inner join parts as e on e.known_from <= p.as_of and e.incident_date <= p.as_of

    group by p.as_of, p.year_begin

),

covered as (

    select t.as_of, cast(floor(cast(date_diff('day', t.year_begin, d.calendar_date) as double) / 7e0) as bigint) as week

    from told as t
    inner join district_day as d
        on d.calendar_date >= t.year_begin
        and d.calendar_date >= t.first_date
        and d.calendar_date <= t.newest_date

    group by t.as_of, cast(floor(cast(date_diff('day', t.year_begin, d.calendar_date) as double) / 7e0) as bigint)

),

weeks as (

    select
        c.student_key,
        c.as_of,
        cast(floor(cast(date_diff('day', c.year_begin, e.incident_date) as double) / 7e0) as bigint) as week,
        count(*) as incidents,
        max(e.known_from) as known_from

    from student_case as c
    inner join parts as e
        on e.student_key = c.student_key
        and e.incident_date >= c.year_begin
        and e.incident_date <= c.as_of
        and e.known_from <= c.as_of

    group by c.student_key, c.as_of, cast(floor(cast(date_diff('day', c.year_begin, e.incident_date) as double) / 7e0) as bigint)

)

select
    cast(c.student_key as varchar) as student_key,
    cast(c.as_of as date) as as_of,
    cast(v.week as integer) as week,
    cast(coalesce(w.incidents, 0) as double) as incidents,
    cast(w.known_from as date) as known_from

from student_case as c
inner join covered as v on v.as_of = c.as_of
left join weeks as w on w.student_key = c.student_key and w.as_of = c.as_of and w.week = v.week
