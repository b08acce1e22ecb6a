-- A student's school day at a school: in person, online, and what is known of each.
-- grain: one row a student, school and elapsed school day of an enrollment      keys: student_key, school_key, calendar_date      owner: engagement
select
    cast(d.student_key as varchar) as student_key,
    cast(d.school_key as varchar) as school_key,
    cast(c.school_name as varchar) as school_name,
    cast(coalesce(d.grade_level, s.grade_level) as varchar) as grade,
    cast(d.calendar_date as date) as calendar_date,
    cast(d.school_year as integer) as school_year,
    cast(true as boolean) as enrolled,
    cast(true as boolean) as in_session,

    -- in person
    cast(d.attendance_taken as boolean) as attendance_taken,
    cast(d.present_fraction as double) as present_fraction,
    cast(d.is_present as boolean) as is_present,
    cast(d.category as varchar) as attendance_category,
    cast(d.periods_scheduled as integer) as periods_scheduled,
    cast(d.periods_present as double) as periods_present,
    cast(d.unmapped_codes as integer) as unmapped_codes,

    -- online
    cast(d.within_coverage as boolean) as within_coverage,
    cast(d.digital_active as boolean) as digital_active,
    cast(d.source_count as integer) as source_count,
    cast(d.digital_minutes as double) as digital_minutes,
    cast(d.digital_accesses as bigint) as digital_accesses

from student_day_fact as d
left join school as c on c.school_key = d.school_key
left join student as s on s.student_key = d.student_key
