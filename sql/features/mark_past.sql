-- What was known on the prediction day of the student's marks in the last finished term, and how they moved.
-- grain: one row a student and prediction day      keys: student_key, as_of      owner: models
with

known as (

    select
        c.student_key,
        c.as_of,
        m.courses,
        m.courses_not_passed,
        m.mean_mark,
        m.credits_attempted,
        m.credits_earned,
        m.known_from,
        row_number() over (partition by c.student_key, c.as_of order by m.district_place desc) as newest_first_rank

    from student_case as c
    inner join term_mark as m on m.student_key = c.student_key and m.known_from <= c.as_of

)

select
    cast(student_key as varchar) as student_key,
    cast(as_of as date) as as_of,
    cast(max(case when newest_first_rank = 1 then courses_not_passed end) as double) as courses_not_passed,
    cast(max(case when newest_first_rank = 1 then mean_mark end) as double) as mean_mark,
    cast(
        max(case when newest_first_rank = 1 then mean_mark end)
        - max(case when newest_first_rank = 2 then mean_mark end) as double
    ) as mean_mark_change,
    cast(sum(credits_attempted) - sum(credits_earned) as double) as credits_behind,
    cast(max(known_from) as date) as known_from

from known

group by student_key, as_of
