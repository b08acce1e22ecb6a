-- A student's school days of one month at one school, counted.
-- grain: one row a student, school and month      keys: student_key, school_key, month      owner: engagement      partition: month
select
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(school_year as integer) as school_year,
    cast(count(*) as integer) as enrolled_days,

    -- in person
    cast(count_if(attendance_taken) as integer) as attendance_days,
    cast(count_if(attendance_taken and is_present) as integer) as in_person_days,
    cast(sum(case when attendance_taken then present_fraction end) as double) as present_day_equivalents,
    cast(sum(unmapped_codes) as bigint) as unmapped_codes,
    cast(sum(periods_scheduled) as bigint) as periods_scheduled,
    cast(sum(periods_present) as double) as periods_present,
    cast(count_if(in_early_window and attendance_taken) as integer) as early_attendance_days,
    cast(count_if(in_early_window and attendance_taken and is_present) as integer) as early_in_person_days,

    -- online, and either way
    cast(count_if(within_coverage) as integer) as covered_days,
    cast(count_if(digital_active) as integer) as digital_days,
    cast(count_if(attendance_taken or within_coverage) as integer) as measured_days,
    cast(count_if((attendance_taken and is_present) or digital_active) as integer) as engaged_days,
    cast(month as varchar) as month

from student_day_fact

group by student_key, school_key, school_year, month
