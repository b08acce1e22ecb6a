-- How the student came to be at this school on the prediction day: days since entry, how late in the year, and stints so far.
-- grain: one row a student and prediction day      keys: student_key, as_of      owner: models
with

first_days as (

    select school_year, calendar_date from district_day where school_days_elapsed = 1

)

select
    cast(c.student_key as varchar) as student_key,
    cast(c.as_of as date) as as_of,
    cast(count(*) as double) as stints_this_year,
    cast(date_diff('day', min(e.begin_date), c.as_of) as double) as days_since_entry,
    cast(
        case
            when min(e.begin_date) <= f.calendar_date then 0
            else date_diff('day', f.calendar_date, min(e.begin_date))
        end as double
    ) as days_late

from student_case as c
inner join first_days as f on f.school_year = c.school_year
inner join enrollment as e
    on e.student_key = c.student_key and e.school_year = c.school_year and e.begin_date <= c.as_of

group by c.student_key, c.as_of, f.calendar_date
