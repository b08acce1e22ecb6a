-- A student's school year at one school: every enrolled student is there, also one without a mark, an event or an account.
-- grain: one row a student, school and school year      keys: student_key, school_key, school_year      owner: engagement      partition: school_year
with

stints as (

    select
        student_key,
        school_key,
        school_year,
        grade_level,
        basis,
        begin_date,
        end_date,
        row_number() over (
            partition by student_key, school_key, school_year
            order by case when grade_level is null then 1 else 0 end, begin_date desc
        ) as position

    from enrollment

),

enrolled as (

    select
        student_key,
        school_key,
        school_year,
        max(case when position = 1 then grade_level end) as grade_level,
        max(case when position = 1 then basis end) as basis,
        min(begin_date) as first_date,
        max(end_date) as end_date

    from stints

    group by student_key, school_key, school_year

),

days as (

    select
        student_key,
        school_key,
        school_year,
        sum(enrolled_days) as enrolled_days,
        sum(attendance_days) as attendance_days,
        sum(in_person_days) as in_person_days,
        sum(present_day_equivalents) as present_day_equivalents,
        sum(unmapped_codes) as unmapped_codes,
        sum(periods_scheduled) as periods_scheduled,
        sum(periods_present) as periods_present,
        sum(early_attendance_days) as early_attendance_days,
        sum(early_in_person_days) as early_in_person_days,
        sum(covered_days) as covered_days,
        sum(digital_days) as digital_days,
        sum(measured_days) as measured_days,
        sum(engaged_days) as engaged_days

    from student_month_fact

    group by student_key, school_key, school_year

),

sources as (

    select
        student_key,
        school_key,
        school_year,
        count_if(active_days > 0 or digital_days > 0) as source_count,
        sum(active_days) as active_source_days,
        sum(digital_minutes) as digital_minutes,
        sum(digital_accesses) as digital_accesses

    from student_source_year

    group by student_key, school_key, school_year

),

opted_out as (

    select student_key from opted_out_id where student_key is not null group by student_key

)

select
    cast(e.student_key as varchar) as student_key,
    cast(e.school_key as varchar) as school_key,
    cast(e.grade_level as varchar) as grade_level,
    cast(e.basis as varchar) as enrollment_basis,
    cast(e.first_date as date) as first_date,
    cast(e.end_date as date) as end_date,
    cast(coalesce(d.enrolled_days, 0) as integer) as enrolled_days,

    -- in person
    cast(coalesce(d.attendance_days, 0) as integer) as attendance_days,
    cast(coalesce(d.in_person_days, 0) as integer) as in_person_days,
    cast(d.present_day_equivalents as double) as present_day_equivalents,
    cast(coalesce(d.unmapped_codes, 0) as integer) as unmapped_codes,
    cast(d.periods_scheduled as bigint) as periods_scheduled,
    cast(d.periods_present as double) as periods_present,
    cast(coalesce(d.early_attendance_days, 0) as integer) as early_attendance_days,
    cast(coalesce(d.early_in_person_days, 0) as integer) as early_in_person_days,

    -- online, and either way
    cast(o.student_key is not null as boolean) as is_opted_out,
    cast(coalesce(d.covered_days, 0) as integer) as covered_days,
    cast(coalesce(d.digital_days, 0) as integer) as digital_days,
    cast(s.digital_minutes as double) as digital_minutes,
    cast(s.digital_accesses as bigint) as digital_accesses,
    cast(coalesce(s.source_count, 0) as integer) as source_count,
    cast(coalesce(d.measured_days, 0) as integer) as measured_days,
    cast(coalesce(d.engaged_days, 0) as integer) as engaged_days,
    cast(e.school_year as integer) as school_year

from enrolled as e
left join days as d
    on d.student_key = e.student_key and d.school_key = e.school_key and d.school_year = e.school_year
left join sources as s
    on s.student_key = e.student_key and s.school_key = e.school_key and s.school_year = e.school_year
left join opted_out as o on o.student_key = e.student_key
