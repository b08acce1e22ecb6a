-- A day on which predictions are made: after every so many school days of a year, and the latest school day there is.
-- grain: one row a day      keys: as_of      owner: models
with

rule as (

    select every_school_days from prediction_policy

)

select
    cast(d.calendar_date as date) as as_of,
    cast(d.school_year as integer) as school_year,
    -- weeks begin on Mondays
    cast(date_trunc('week', y.year_begin) as date) as year_begin,
    cast(d.school_days_elapsed as integer) as school_days_elapsed,
    cast(d.district_day as integer) as district_day,
    cast(d.is_latest as boolean) as is_latest

from district_day as d
cross join rule as r
inner join school_year_span as y on y.school_year = d.school_year

where mod(d.school_days_elapsed, nullif(r.every_school_days, 0)) = 0 or d.is_latest
