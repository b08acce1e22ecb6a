-- All that a model may know of a case, what came of it where that is known already, and the newest knowledge behind it.
-- A blank is a value of its own: nothing is known, not 0.
-- grain: one row a student and prediction day      keys: student_key, as_of      owner: models
with

parts as (

    select student_key, as_of, known_from from attendance_week
    union all
    select student_key, as_of, known_from from digital_week
    union all
    select student_key, as_of, known_from from incident_week
    union all
    select student_key, as_of, known_from from attendance_past
    union all
    select student_key, as_of, known_from from mark_past
    union all
    select student_key, as_of, known_from from assessment_past

),

newest as (

    select student_key, as_of, max(known_from) as known_from from parts group by student_key, as_of

)

select
    cast(c.student_key as varchar) as student_key,
    cast(c.as_of as date) as as_of,
    cast(cast(c.school_year as varchar) as varchar) as cohort,
    cast(c.is_latest as boolean) as is_latest,
    cast(c.school_key as varchar) as school_key,
    cast(c.grade_level as varchar) as grade_level,

    -- calendar; weeks are those of the school year, from 0
    cast(cast(floor(cast(date_diff('day', c.year_begin, c.as_of) as double) / 7e0) as bigint) as integer) as last_week,
    cast(c.school_days_elapsed as double) as school_days_elapsed,

    -- the past
    cast(a.absent_share_last_year as double) as absent_share_last_year,
    cast(m.courses_not_passed as double) as courses_not_passed,
    cast(m.mean_mark as double) as mean_mark,
    cast(m.mean_mark_change as double) as mean_mark_change,
    cast(m.credits_behind as double) as credits_behind,
    cast(t.test_standing as double) as test_standing,
    cast(t.test_change as double) as test_change,
    cast(v.stints_this_year as double) as stints_this_year,
    cast(v.days_since_entry as double) as days_since_entry,
    cast(v.days_late as double) as days_late,

    -- what came of it
    cast(o.chronic_absence as double) as chronic_absence,
    cast(u.course_failure as double) as course_failure,
    cast(u.gpa_next_term as double) as gpa_next_term,
    cast(d.dropout as double) as dropout,

    cast(o.matured_on as date) as chronic_absence_matured_on,
    cast(u.course_failure_matured_on as date) as course_failure_matured_on,
    cast(u.gpa_next_term_matured_on as date) as gpa_next_term_matured_on,
    cast(d.matured_on as date) as dropout_matured_on,

    -- the newest of the knowledge dates; none may lie after the prediction day
    cast(k.known_from as date) as known_from

from student_case as c
left join newest as k on k.student_key = c.student_key and k.as_of = c.as_of
left join attendance_past as a on a.student_key = c.student_key and a.as_of = c.as_of
left join mark_past as m on m.student_key = c.student_key and m.as_of = c.as_of
left join assessment_past as t on t.student_key = c.student_key and t.as_of = c.as_of
left join move_past as v on v.student_key = c.student_key and v.as_of = c.as_of
left join chronic_absence_outcome as o on o.student_key = c.student_key and o.as_of = c.as_of
left join course_outcome_ahead as u on u.student_key = c.student_key and u.as_of = c.as_of
left join dropout_outcome as d on d.student_key = c.student_key and d.as_of = c.as_of
