-- A student on a prediction day: enrolled that day, at the home school, and not opted out.
-- grain: one row a student and prediction day      keys: student_key, as_of      owner: models
with

opted_out as (

    select student_key from opted_out_id where student_key is not null group by student_key

)

select
    cast(e.student_key as varchar) as student_key,
    cast(p.as_of as date) as as_of,
    cast(p.school_year as integer) as school_year,
    cast(p.year_begin as date) as year_begin,
    cast(p.district_day as integer) as district_day,
    cast(p.is_latest as boolean) as is_latest,

    cast(e.school_key as varchar) as school_key,
    cast(e.grade_level as varchar) as grade_level,
    cast(p.school_days_elapsed as integer) as school_days_elapsed

from prediction_day as p
inner join enrollment as e on e.begin_date <= p.as_of and e.end_date > p.as_of
left join opted_out as o on o.student_key = e.student_key

where e.is_home and o.student_key is null
