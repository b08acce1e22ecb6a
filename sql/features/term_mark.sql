-- A student's final marks of one marking term, with the day by which the district knew them.
-- grain: one row a student and marking term      keys: student_key, district_place      owner: models
with

rule as (

    select passing_mark from measure_policy

),

finals as (

    select student_key, school_year, term_key, numeric_mark, credits_attempted, credits_earned, known_from

    from course_outcome

    where is_current and not is_deleted and is_final and numeric_mark is not null and student_key is not null

),

terms as (

    select school_year, term_key from finals group by school_year, term_key

),

placed as (

    select
        school_year,
        term_key,
        row_number() over (partition by school_year order by term_key) as place

    from terms

),

sums as (

    select
        f.student_key,
        s.district_place,
        count(*) as courses,
        sum(case when f.numeric_mark < r.passing_mark then 1 else 0 end) as courses_not_passed,
        avg(f.numeric_mark) as mean_mark,
        sum(f.credits_attempted) as credits_attempted,
        sum(f.credits_earned) as credits_earned,
        max(f.known_from) as received_on,
        max(s.marks_known_on) as marks_known_on,
        max(s.begin_date) as begin_date,
        max(s.end_date) as end_date

    from finals as f
    cross join rule as r
    inner join placed as p on p.school_year = f.school_year and p.term_key = f.term_key
    inner join semester as s on s.school_year = f.school_year and s.place = p.place

    group by f.student_key, s.district_place

)

select
    cast(student_key as varchar) as student_key,
    cast(district_place as integer) as district_place,
    cast(begin_date as date) as begin_date,
    cast(end_date as date) as end_date,
    cast(courses as integer) as courses,
    cast(courses_not_passed as integer) as courses_not_passed,
    cast(mean_mark as double) as mean_mark,
    cast(credits_attempted as double) as credits_attempted,
    cast(credits_earned as double) as credits_earned,

    -- a backfill counts from the end of its term, and never before it came where it came earlier
    cast(case when received_on < marks_known_on then received_on else marks_known_on end as date) as known_from

from sums
