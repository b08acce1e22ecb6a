-- Whether the student left without a transfer or a diploma within the horizon after the case: known when the horizon has passed.
-- grain: one row a student and prediction day      keys: student_key, as_of      owner: models
with

rule as (

    select dropout_horizon_days from prediction_policy

),

-- A registrar's word, or a roster's reason for leaving.
said as (

    select student_key from student_status where is_current and not is_deleted and status = 'dropped_out'
    union all
    select student_key from enrollment where lower(trim(exit_reason)) in ('dropped out', 'dropped_out', 'dropout')

),

dropped_out as (

    select student_key from said where student_key is not null group by student_key

),

-- The first day without the student.
left_on as (

    select e.student_key, max(e.end_date) as left_on

    from enrollment as e
    inner join dropped_out as d on d.student_key = e.student_key

    group by e.student_key

)

select
    cast(c.student_key as varchar) as student_key,
    cast(c.as_of as date) as as_of,
    cast(case when l.left_on > c.as_of and l.left_on <= h.calendar_date then 1 else 0 end as double) as dropout,
    cast(h.calendar_date as date) as matured_on

from student_case as c
cross join rule as r
inner join district_day as h on h.district_day = c.district_day + r.dropout_horizon_days
left join left_on as l on l.student_key = c.student_key
