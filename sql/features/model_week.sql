-- A case's weeks of the school year: in school, online and incidents, as known on the prediction day; a blank is not known, not 0.
-- grain: one row a student, prediction day and week of the school year      keys: student_key, as_of, week      owner: models
with

weeks as (

    select student_key, as_of, week from attendance_week
    union all
    select student_key, as_of, week from digital_week

),

keys as (

    select student_key, as_of, week from weeks group by student_key, as_of, week

)

select
    cast(k.student_key as varchar) as student_key,
    cast(k.as_of as date) as as_of,
    cast(k.week as integer) as week,

    -- in school
    cast(a.school_days as double) as school_days,
    cast(a.absent_days as double) as absent_days,
    cast(a.unexcused_days as double) as unexcused_days,
    cast(a.tardy_days as double) as tardy_days,

    -- online
    cast(d.digital_days as double) as digital_days,
    cast(d.digital_minutes as double) as digital_minutes,
    cast(d.digital_accesses as double) as digital_accesses,

    -- behaviour
    cast(i.incidents as double) as incidents

from keys as k
left join attendance_week as a on a.student_key = k.student_key and a.as_of = k.as_of and a.week = k.week
left join digital_week as d on d.student_key = k.student_key and d.as_of = k.as_of and d.week = k.week
left join incident_week as i on i.student_key = k.student_key and i.as_of = k.as_of and i.week = k.week
