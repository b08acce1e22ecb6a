-- How the students of a grade at a school took part in a week, Monday to Sunday: sums that add up over grades, schools and weeks.
-- grain: one row a school, grade and week      keys: school_key, grade, week_start      owner: engagement
-- A student's grade is that of the school year, as in school_grade_engagement; days of a student with a code that no
-- map covers are not counted in person.
with

years as (

    select student_key, school_key, school_year, grade_level, unmapped_codes from student_engagement_year

),

days as (

    select
        d.student_key,
        d.school_key,
        d.school_year,
        coalesce(u.grade_level, s.grade_level, 'not stated') as grade,
        cast(date_trunc('week', d.calendar_date) as date) as week_start,
        d.calendar_date,
        coalesce(u.unmapped_codes, 0) = 0 as is_known,
        d.attendance_taken,
        d.is_present,
        d.within_coverage,
        d.digital_active,
        d.digital_minutes

    from student_day_fact as d
    left join student as s on s.student_key = d.student_key
    left join years as u
        on u.student_key = d.student_key and u.school_key = d.school_key and u.school_year = d.school_year

)

select
    cast(d.school_key as varchar) as school_key,
    cast(d.grade as varchar) as grade,
    cast(d.school_year as integer) as school_year,
    cast(d.week_start as date) as week_start,

    -- how many, and what the rates rest on
    cast(count(distinct d.student_key) as integer) as students,
    cast(count(distinct d.calendar_date) as integer) as school_days,
    cast(count(*) as integer) as enrolled_days,
    cast(count_if(d.is_known and d.attendance_taken) as integer) as attendance_days,
    cast(count_if(d.within_coverage) as integer) as covered_days,

    -- in person and online
    cast(count_if(d.is_known and d.attendance_taken and d.is_present) as integer) as in_person_days,
    cast(count_if(d.digital_active) as integer) as digital_days,
    cast(sum(d.digital_minutes) as double) as digital_minutes

from days as d

group by d.school_key, d.grade, d.school_year, d.week_start
