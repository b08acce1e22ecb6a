-- A marking term of the district in the order of time, with the day by which its marks are known.
-- Source systems name terms in their own ways; within a school year their names sort in the order of the terms.
-- grain: one row a school year and term place      keys: school_year, place      owner: models
with

rule as (

    select mark_lag_days from prediction_policy

),

dated as (

    select school_year, begin_date, end_date

    from term

    where term_type = 'semester' and begin_date < end_date

    group by school_year, begin_date, end_date

),

placed as (

    select
        school_year,
        begin_date,
        end_date,
        row_number() over (partition by school_year order by begin_date, end_date) as place,
        row_number() over (order by begin_date, end_date) as district_place

    from dated

)

select
    cast(p.school_year as integer) as school_year,
    cast(p.place as integer) as place,
    cast(p.district_place as integer) as district_place,
    cast(p.begin_date as date) as begin_date,
    cast(p.end_date as date) as end_date,
    cast(date_add('day', r.mark_lag_days, p.end_date) as date) as marks_known_on

from placed as p
cross join rule as r
