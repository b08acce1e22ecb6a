-- The daily line of a school: the share present against the target, and the share active online; closed days are named.
-- grain: one row a school and elapsed calendar date      keys: school_key, calendar_date      owner: engagement
with

sums as (

    select
        d.school_key,
        d.calendar_date,
        count(distinct d.student_key) as students,
        count(*) as enrolled_days,
        count_if(d.attendance_taken) as attendance_days,
        count_if(d.attendance_taken and d.is_present) as in_person_days,
        sum(d.unmapped_codes) as unmapped_codes,
        count_if(d.within_coverage) as covered_days,
        count_if(d.digital_active) as digital_days,
        sum(d.digital_minutes) as digital_minutes,
        sum(d.digital_accesses) as digital_accesses

    from student_day_fact as d

    group by d.school_key, d.calendar_date

),

thresholds as (

    select attendance_target_rate from measure_policy

)

select
    cast(k.school_key as varchar) as school_key,
    cast(c.school_name as varchar) as school_name,
    cast(k.calendar_date as date) as calendar_date,
    cast(k.school_year as integer) as school_year,
    cast(k.is_school_day as boolean) as is_school_day,
    cast(k.event_name as varchar) as event_name,
    cast(k.basis as varchar) as calendar_basis,
    cast(t.attendance_target_rate as double) as attendance_target_rate,

    -- how many, and what the rates rest on
    cast(d.students as integer) as students,
    cast(d.enrolled_days as integer) as enrolled_days,
    cast(d.attendance_days as integer) as attendance_days,
    cast(cast(d.attendance_days as double) / nullif(cast(d.enrolled_days as double), 0) as double) as attendance_coverage,
    cast(d.covered_days as integer) as covered_days,
    cast(cast(d.covered_days as double) / nullif(cast(d.enrolled_days as double), 0) as double) as digital_coverage,
    cast(d.unmapped_codes as integer) as unmapped_codes,

    -- in person
    cast(case when d.unmapped_codes = 0 then d.in_person_days end as integer) as in_person_days,
    cast(
        case
            when d.unmapped_codes = 0
                then cast(d.in_person_days as double) / nullif(cast(d.attendance_days as double), 0)
        end as double
    ) as in_person_rate,

    -- online
    cast(d.digital_days as integer) as digital_days,
    cast(cast(d.digital_days as double) / nullif(cast(d.covered_days as double), 0) as double) as digital_rate,
    cast(d.digital_minutes as double) as digital_minutes,
    cast(d.digital_accesses as bigint) as digital_accesses

from calendar_day as k
cross join thresholds as t
left join sums as d on d.school_key = k.school_key and d.calendar_date = k.calendar_date
left join school as c on c.school_key = k.school_key

where k.has_elapsed
