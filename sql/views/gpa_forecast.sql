-- The mean mark expected next term, in points of 100, with the band that holds nine of ten; nothing past its day.
-- grain: one row a student      keys: student_key      owner: counselling
with

run as (

    select run_date from policy

)

select
    cast(f.student_key as varchar) as student_key,
    cast(f.as_of as date) as as_of,
    cast(f.forecast as double) as forecast,
    cast(f.low as double) as low,
    cast(f.high as double) as high,
    cast(f.model_id as varchar) as model_id,
    cast(f.expires_on as date) as expires_on

from mark_forecast as f
cross join run as r

where f.expires_on >= r.run_date
