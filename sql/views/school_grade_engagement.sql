-- How the students of a grade at a school took part in a school year; any grade, by its code.
-- grain: one row a school, grade and school year      keys: school_key, grade, school_year      owner: engagement
with

thresholds as (

    select attendance_target_rate from measure_policy

),

sums as (

    select
        e.school_key,
        e.school_name,
        e.grade,
        e.school_year,
        count(*) as students,
        count_if(e.in_person_rate is not null) as students_with_attendance,
        count_if(e.digital_rate is not null) as students_with_digital,
        sum(e.enrolled_days) as enrolled_days,
        sum(case when e.in_person_rate is not null then e.attendance_days end) as attendance_days,
        sum(case when e.in_person_rate is not null then e.in_person_days end) as in_person_days,
        avg(e.in_person_rate) as mean_in_person_rate,
        count_if(e.unmapped_codes > 0) as students_with_unmapped_codes,
        count_if(e.attendance_band = 'good') as good_students,
        count_if(e.attendance_band = 'manageable') as manageable_students,
        count_if(e.attendance_band = 'low') as low_students,
        count_if(e.attendance_band = 'severe') as severe_students,
        count_if(e.in_person_rate >= t.attendance_target_rate) as students_at_target,
        count_if(e.chronically_absent is not null) as students_judged,
        count_if(e.chronically_absent) as chronically_absent_students,
        count_if(e.early_warning) as early_warning_students,
        sum(e.covered_days) as covered_days,
        sum(case when e.digital_rate is not null then e.digital_days end) as digital_days,
        avg(e.digital_rate) as mean_digital_rate,
        sum(e.digital_minutes) as digital_minutes,
        sum(e.digital_accesses) as digital_accesses,
        sum(case when e.engaged_rate is not null then e.measured_days end) as measured_days,
        sum(case when e.engaged_rate is not null then e.engaged_days end) as engaged_days

    from student_engagement as e
    cross join thresholds as t

    group by e.school_key, e.school_name, e.grade, e.school_year

)

select
    cast(s.school_key as varchar) as school_key,
    cast(s.school_name as varchar) as school_name,
    cast(s.grade as varchar) as grade,
    cast(s.school_year as integer) as school_year,

    -- how many, and what the rates rest on
    cast(s.students as integer) as students,
    cast(s.students_with_attendance as integer) as students_with_attendance,
    cast(s.students_with_digital as integer) as students_with_digital,
    cast(s.students_with_unmapped_codes as integer) as students_with_unmapped_codes,
    cast(s.enrolled_days as bigint) as enrolled_days,
    cast(s.attendance_days as bigint) as attendance_days,
    cast(s.covered_days as bigint) as covered_days,

    -- in person: of all days together, and the mean of the students' own rates
    cast(s.in_person_days as bigint) as in_person_days,
    cast(cast(s.in_person_days as double) / nullif(cast(s.attendance_days as double), 0) as double) as in_person_rate,
    cast(s.mean_in_person_rate as double) as mean_in_person_rate,
    cast(s.good_students as integer) as good_students,
    cast(s.manageable_students as integer) as manageable_students,
    cast(s.low_students as integer) as low_students,
    cast(s.severe_students as integer) as severe_students,
    cast(s.students_at_target as integer) as students_at_target,
    cast(s.students_judged as integer) as students_judged,
    cast(s.chronically_absent_students as integer) as chronically_absent_students,
    cast(
        cast(s.chronically_absent_students as double) / nullif(cast(s.students_judged as double), 0) as double
    ) as chronic_absence_rate,
    cast(s.early_warning_students as integer) as early_warning_students,

    -- online
    cast(s.digital_days as bigint) as digital_days,
    cast(cast(s.digital_days as double) / nullif(cast(s.covered_days as double), 0) as double) as digital_rate,
    cast(s.mean_digital_rate as double) as mean_digital_rate,
    cast(s.digital_minutes as double) as digital_minutes,
    cast(s.digital_accesses as bigint) as digital_accesses,

    -- either way
    cast(s.measured_days as bigint) as measured_days,
    cast(s.engaged_days as bigint) as engaged_days,
    cast(cast(s.engaged_days as double) / nullif(cast(s.measured_days as double), 0) as double) as engaged_rate

from sums as s
