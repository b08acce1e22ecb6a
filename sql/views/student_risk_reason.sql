-- Why a student stands where the list has them: facts of their own that a person can check, and one strength.
-- grain: one row a student, task and fact      keys: task, student_key, kind, place      owner: counselling
with

run as (

    select run_date from policy

)

select
    cast(x.task as varchar) as task,
    cast(x.student_key as varchar) as student_key,
    cast(x.kind as varchar) as kind,
    cast(x.place as integer) as place,
    cast(x.fact as varchar) as fact,
    cast(x.words as varchar) as words,
    cast(x.share as double) as share

from risk_reason as x
cross join run as r
inner join risk_score as s on s.task = x.task and s.student_key = x.student_key

where s.expires_on >= r.run_date
