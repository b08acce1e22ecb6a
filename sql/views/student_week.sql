-- How a student took part in a week, Monday to Sunday, at a school; dates of a filter act on every number.
-- grain: one row a student, school and week      keys: student_key, school_key, week_start      owner: engagement
with

weeks as (

    select
        d.student_key,
        d.school_key,
        d.school_year,
        cast(date_trunc('week', d.calendar_date) as date) as week_start,
        count(*) as enrolled_days,
        count_if(d.attendance_taken) as attendance_days,
        count_if(d.attendance_taken and d.is_present) as in_person_days,
        sum(d.unmapped_codes) as unmapped_codes,
        count_if(d.within_coverage) as covered_days,
        count_if(d.digital_active) as digital_days,
        sum(d.digital_minutes) as digital_minutes,
        sum(d.digital_accesses) as digital_accesses

    from student_day_fact as d

    group by d.student_key, d.school_key, d.school_year, cast(date_trunc('week', d.calendar_date) as date)

)

select
    cast(w.student_key as varchar) as student_key,
    cast(w.school_key as varchar) as school_key,
    cast(c.school_name as varchar) as school_name,
    cast(w.school_year as integer) as school_year,
    cast(w.week_start as date) as week_start,

    -- how many, and what the rates rest on
    cast(w.enrolled_days as integer) as enrolled_days,
    cast(w.attendance_days as integer) as attendance_days,
    cast(cast(w.attendance_days as double) / nullif(cast(w.enrolled_days as double), 0) as double) as attendance_coverage,
    cast(w.covered_days as integer) as covered_days,
    cast(cast(w.covered_days as double) / nullif(cast(w.enrolled_days as double), 0) as double) as digital_coverage,
    cast(w.unmapped_codes as integer) as unmapped_codes,

    -- in person
    cast(case when w.unmapped_codes = 0 then w.in_person_days end as integer) as in_person_days,
    cast(
        case
            when w.unmapped_codes = 0
                then cast(w.in_person_days as double) / nullif(cast(w.attendance_days as double), 0)
        end as double
    ) as in_person_rate,

    -- online
    cast(w.digital_days as integer) as digital_days,
    cast(cast(w.digital_days as double) / nullif(cast(w.covered_days as double), 0) as double) as digital_rate,
    cast(w.digital_minutes as double) as digital_minutes,
    cast(w.digital_accesses as bigint) as digital_accesses

from weeks as w
left join school as c on c.school_key = w.school_key
