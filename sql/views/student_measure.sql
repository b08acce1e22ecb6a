-- Each yes-or-no measure of a student in a school year, at each school and in the district; blank where nobody can tell.
-- grain: one row a student, level, school, school year and metric      keys: student_key, level, school_key, school_year, metric      owner: engagement
-- Days are judged where they were spent; marks and tests belong to the student, whichever the school.
with

thresholds as (

    select attendance_target_rate, engaged_digital_rate from measure_policy

),

at_school as (

    select
        'school' as level,
        student_key, school_key, grade, school_year,
        chronically_absent, attendance_band, in_person_rate, digital_rate

    from student_engagement

),

in_district as (

    select
        'district' as level,
        student_key,
        cast(null as varchar) as school_key,
        cast(null as varchar) as grade,
        school_year,
        chronically_absent, attendance_band, in_person_rate, digital_rate

    from student_district_engagement

),

days as (

    select
        level, student_key, school_key, grade, school_year,
        chronically_absent, attendance_band, in_person_rate, digital_rate

    from at_school

    union all

    select
        level, student_key, school_key, grade, school_year,
        chronically_absent, attendance_band, in_person_rate, digital_rate

    from in_district

),

judged as (

    select
        d.level,
        d.student_key,
        d.school_key,
        d.grade,
        d.school_year,
        d.chronically_absent,
        d.attendance_band,
        d.in_person_rate >= t.attendance_target_rate as reaches_target,
        d.digital_rate >= t.engaged_digital_rate as engages_online,
        c.passes_all,
        case
            when d.chronically_absent is null or c.passes_all is null then null
            else c.passes_all and not d.chronically_absent
        end as is_on_track,
        g.has_grown

    from days as d
    cross join thresholds as t
    left join student_course_year as c on c.student_key = d.student_key and c.school_year = d.school_year
    left join student_growth_year as g on g.student_key = d.student_key and g.school_year = d.school_year

),

measures as (

    select level, student_key, school_key, grade, school_year, 'chronic_absence' as metric, chronically_absent as meets
    from judged

    union all

    select level, student_key, school_key, grade, school_year, 'attendance_target' as metric, reaches_target as meets
    from judged

    union all

    select
        level, student_key, school_key, grade, school_year,
        'attendance_band_good' as metric,
        attendance_band = 'good' as meets
    from judged

    union all

    select
        level, student_key, school_key, grade, school_year,
        'attendance_band_manageable' as metric,
        attendance_band = 'manageable' as meets
    from judged

    union all

    select
        level, student_key, school_key, grade, school_year,
        'attendance_band_low' as metric,
        attendance_band = 'low' as meets
    from judged

    union all

    select
        level, student_key, school_key, grade, school_year,
        'attendance_band_severe' as metric,
        attendance_band = 'severe' as meets
    from judged

    union all

    select level, student_key, school_key, grade, school_year, 'courses_passed' as metric, passes_all as meets
    from judged

    union all

    select level, student_key, school_key, grade, school_year, 'on_track' as metric, is_on_track as meets
    from judged

    union all

    select level, student_key, school_key, grade, school_year, 'growth' as metric, has_grown as meets
    from judged

    union all

    select
        level, student_key, school_key, grade, school_year,
        'digital_target' as metric,
        engages_online as meets
    from judged

)

select
    cast(m.student_key as varchar) as student_key,
    cast(m.level as varchar) as level,
    cast(coalesce(m.school_key, '') as varchar) as school_key,
    cast(m.grade as varchar) as grade,
    cast(m.school_year as integer) as school_year,
    cast(m.metric as varchar) as metric,
    cast(m.meets as boolean) as meets

from measures as m
