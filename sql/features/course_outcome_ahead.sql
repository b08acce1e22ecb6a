-- The marks that were still to come on the prediction day: a course not passed in the term that was running, and the mean mark of the next.
-- grain: one row a student and prediction day      keys: student_key, as_of      owner: models
with

run as (

    select run_date from policy

),

running as (

    select c.student_key, c.as_of, s.district_place, s.marks_known_on

    from student_case as c
    inner join semester as s on s.begin_date <= c.as_of and s.end_date > c.as_of

),

ahead as (

    select
        u.student_key,
        u.as_of,
        max(
            case
                when m.district_place <> u.district_place then null
                when m.courses_not_passed > 0 then 1
                else 0
            end
        ) as course_failure,
        max(case when m.district_place = u.district_place + 1 then m.mean_mark end) as mean_mark,
        max(case when m.district_place = u.district_place then m.known_from end) as this_term_known,
        max(case when m.district_place = u.district_place + 1 then m.known_from end) as next_term_known

    from running as u
    inner join term_mark as m
        on m.student_key = u.student_key
        and m.district_place >= u.district_place
        and m.district_place <= u.district_place + 1

    group by u.student_key, u.as_of

)

select
    cast(a.student_key as varchar) as student_key,
    cast(a.as_of as date) as as_of,
    cast(case when a.this_term_known <= r.run_date then a.course_failure end as double) as course_failure,
    cast(case when a.next_term_known <= r.run_date then a.mean_mark end as double) as gpa_next_term,
    cast(a.this_term_known as date) as course_failure_matured_on,
    cast(a.next_term_known as date) as gpa_next_term_matured_on

from ahead as a
cross join run as r
