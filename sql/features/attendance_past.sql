-- The share of days missed in the school year before, where all of it was known on the prediction day.
-- grain: one row a student and prediction day      keys: student_key, as_of      owner: models
with

years as (

    select
        a.student_key,
        y.school_year,
        count(*) as marks,
        sum(1e0 - a.present_fraction) as missed,
        max(a.known_from) as known_from

    from attendance_known as a
    inner join school_year_span as y on a.event_date >= y.year_begin and a.event_date < y.year_end

    where a.known_until is null

    group by a.student_key, y.school_year

)

select
    cast(c.student_key as varchar) as student_key,
    cast(c.as_of as date) as as_of,
    cast(p.missed / nullif(cast(p.marks as double), 0e0) as double) as absent_share_last_year,
    cast(p.known_from as date) as known_from

from student_case as c
inner join years as p on p.student_key = c.student_key and p.school_year = c.school_year - 1 and p.known_from <= c.as_of
