-- How many school days a student missed in a school year, in all and by what the office recorded of them.
-- grain: one row a student, school year and kind of absence; the kind is blank in the row of all      keys: student_key, school_year, absence_kind      owner: attendance
-- A date at two schools is one day, missed only where the student was at neither.
with

dates as (

    select
        student_key,
        school_year,
        calendar_date,
        max(case when is_present then 1 else 0 end) as was_present,
        min(case when not is_present then attendance_category end) as absence_kind

    from student_day

    where attendance_taken and is_present is not null

    group by student_key, school_year, calendar_date

),

missed as (

    select
        student_key,
        school_year,
        coalesce(absence_kind, 'not_stated') as absence_kind,
        count(*) as missed_days

    from dates

    where was_present = 0

    group by student_key, school_year, coalesce(absence_kind, 'not_stated')

),

alls as (

    select
        student_key,
        school_year,
        '' as absence_kind,
        sum(1 - was_present) as missed_days

    from dates

    group by student_key, school_year

),

together as (

    select student_key, school_year, absence_kind, missed_days from missed

    union all

    select student_key, school_year, absence_kind, missed_days from alls

)

select
    cast(student_key as varchar) as student_key,
    cast(school_year as integer) as school_year,
    cast(absence_kind as varchar) as absence_kind,
    cast(missed_days as integer) as missed_days

from together
