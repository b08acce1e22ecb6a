-- A case's weeks of the school year: in school, online and incidents, as known on the prediction day; a blank is not known, not 0.
-- grain: one row a student, prediction day and week of the school year      keys: student_key, as_of, week      owner: models
with

weeks as (

    select
        coalesce(a.student_key, d.student_key) as student_key,
        coalesce(a.as_of, d.as_of) as as_of,
        coalesce(a.week, d.week) as week,
        a.school_days,
        a.absent_days,
        a.unexcused_days,
        a.tardy_days,
        d.digital_days,
        d.digital_minutes,
        d.digital_accesses

    from attendance_week as a
    full outer join digital_week as d on d.student_key = a.student_key and d.as_of = a.as_of and d.week = a.week

)

select
    cast(w.student_key as varchar) as student_key,
    cast(w.as_of as date) as as_of,
    cast(w.week as integer) as week,

    -- in school
    cast(w.school_days as double) as school_days,
    cast(w.absent_days as double) as absent_days,
    cast(w.unexcused_days as double) as unexcused_days,
    cast(w.tardy_days as double) as tardy_days,

    -- online
    cast(w.digital_days as double) as digital_days,
    cast(w.digital_minutes as double) as digital_minutes,
    cast(w.digital_accesses as double) as digital_accesses,

    -- behaviour
    cast(i.incidents as double) as incidents

from weeks as w
left join incident_week as i on i.student_key = w.student_key and i.as_of = w.as_of and i.week = w.week
