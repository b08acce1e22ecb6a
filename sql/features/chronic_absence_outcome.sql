-- Whether the student was chronically absent in the school year of the case: known when the year has ended, by the district's one definition.
-- grain: one row a student and prediction day      keys: student_key, as_of      owner: models
with

run as (

    select run_date from policy

)

select
    cast(c.student_key as varchar) as student_key,
    cast(c.as_of as date) as as_of,
    cast(case when e.chronically_absent then 1 else 0 end as double) as chronic_absence,
    cast(y.year_end as date) as matured_on

from student_case as c
cross join run as r
inner join school_year_span as y on y.school_year = c.school_year
inner join student_district_engagement as e on e.student_key = c.student_key and e.school_year = c.school_year

where y.year_end <= r.run_date and e.chronically_absent is not null
