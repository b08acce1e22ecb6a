-- A day on which at least half of the district's schools had school, counted within its year and over all years.
-- grain: one row a day      keys: calendar_date      owner: models
with

rule as (

    select last_day from prediction_policy

),

schools as (

    select school_year, school_key from calendar_day where is_school_day group by school_year, school_key

),

school_counts as (

    select school_year, count(*) as schools from schools group by school_year

),

open_days as (

    select c.school_year, c.calendar_date

    from calendar_day as c
    inner join school_counts as n on n.school_year = c.school_year
    cross join rule as r

    where c.is_school_day and c.has_elapsed and (r.last_day is null or c.calendar_date <= r.last_day)

    group by c.school_year, c.calendar_date, n.schools

    having count(*) + count(*) >= n.schools

)

select
    cast(calendar_date as date) as calendar_date,
    cast(school_year as integer) as school_year,
    cast(row_number() over (partition by school_year order by calendar_date) as integer) as school_days_elapsed,
    cast(row_number() over (order by calendar_date) as integer) as district_day,
    cast(row_number() over (order by calendar_date desc) = 1 as boolean) as is_latest

from open_days
