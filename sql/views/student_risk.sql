-- Who needs a check-in, task by task: a chance with its age, or the plain list where no model may speak.
-- grain: one row a student and task      keys: task, student_key      owner: counselling
with

run as (

    select run_date from policy

)

select
    cast(s.task as varchar) as task,
    cast(s.student_key as varchar) as student_key,
    cast(s.school_key as varchar) as school_key,
    cast(s.as_of as date) as as_of,

    -- a chance is not shown past its day
    -- basis: model, plain list, expired, or not enough data
    cast(
        case
            when s.basis = 'plain' then 'plain list'
            when s.expires_on < r.run_date then 'expired'
            when not s.enough then 'not enough data'
            else 'model'
        end as varchar
    ) as basis,
    cast(case when s.enough and s.expires_on >= r.run_date then s.probability end as double) as probability,
    cast(case when s.enough and s.expires_on >= r.run_date then s.out_of_20 end as integer) as out_of_20,
    cast(case when s.enough and s.expires_on >= r.run_date then s.out_of_20_low end as integer) as out_of_20_low,
    cast(case when s.enough and s.expires_on >= r.run_date then s.out_of_20_high end as integer) as out_of_20_high,
    cast(s.plain_points as double) as plain_points,
    cast(s.list_order as integer) as list_order,
    cast(s.model_id as varchar) as model_id,
    cast(s.expires_on as date) as expires_on

from risk_score as s
cross join run as r
