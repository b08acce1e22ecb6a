-- How the student came to be where he is on the prediction day: days at this school, and schools of this year so far.
-- grain: one row a student and prediction day      keys: student_key, as_of      owner: models
select
    cast(c.student_key as varchar) as student_key,
    cast(c.as_of as date) as as_of,
    cast(count(*) as double) as stints_this_year,
    cast(date_diff('day', min(e.begin_date), c.as_of) as double) as days_since_entry,
    cast(date_diff('day', c.year_begin, min(e.begin_date)) as double) as days_late

from student_case as c
inner join enrollment as e
    on e.student_key = c.student_key and e.school_year = c.school_year and e.begin_date <= c.as_of

group by c.student_key, c.as_of, c.year_begin
