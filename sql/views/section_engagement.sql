-- How the students of a class took part while they were in it: their school days, and the class's own periods where they are marked.
-- grain: one row a section and school year      keys: section_key, school_year      owner: engagement
with

stints as (

    select section_key, student_key, begin_date, end_date from section_enrollment

),

-- A student whose stints in the class overlap counts once a day; one with two schools counts at the class's own.
student_days as (

    select
        e.section_key,
        d.student_key,
        d.school_key,
        d.calendar_date,
        d.school_year,
        max(case when d.attendance_taken then 1 else 0 end) as attendance_taken,
        max(case when d.attendance_taken and d.is_present then 1 else 0 end) as is_present,
        max(d.unmapped_codes) as unmapped_codes,
        max(case when d.within_coverage then 1 else 0 end) as within_coverage,
        max(case when d.digital_active then 1 else 0 end) as digital_active,
        max(d.digital_minutes) as digital_minutes,
        max(d.digital_accesses) as digital_accesses

    from stints as e
    inner join section as s on s.section_key = e.section_key
    inner join student_day_fact as d
        on d.student_key = e.student_key
        and (s.school_key is null or s.school_key = d.school_key)
        and (e.begin_date is null or d.calendar_date >= e.begin_date)
        and (e.end_date is null or d.calendar_date < e.end_date)

    group by e.section_key, d.student_key, d.school_key, d.calendar_date, d.school_year

),

days as (

    select
        section_key,
        school_year,
        count(distinct student_key) as students,
        count(*) as enrolled_days,
        sum(attendance_taken) as attendance_days,
        sum(is_present) as in_person_days,
        sum(unmapped_codes) as unmapped_codes,
        sum(within_coverage) as covered_days,
        sum(digital_active) as digital_days,
        sum(digital_minutes) as digital_minutes,
        sum(digital_accesses) as digital_accesses

    from student_days

    group by section_key, school_year

),

years as (

    select school_year, year_begin, year_end from school_year_span

),

periods as (

    select
        a.section_key,
        y.school_year,
        count(a.present_fraction) as periods_scheduled,
        sum(a.present_fraction) as periods_present

    from attendance_event as a
    inner join years as y on a.event_date >= y.year_begin and a.event_date < y.year_end

    where a.is_current and not a.is_deleted and a.grain = 'period' and a.section_key is not null

    group by a.section_key, y.school_year

)

select
    cast(s.section_key as varchar) as section_key,
    cast(s.section_name as varchar) as section_name,
    cast(s.course_key as varchar) as course_key,
    cast(k.course_title as varchar) as course_title,
    cast(k.subject as varchar) as subject,
    cast(s.term_key as varchar) as term_key,
    cast(s.school_key as varchar) as school_key,
    cast(c.school_name as varchar) as school_name,
    cast(d.school_year as integer) as school_year,

    -- how many, and what the rates rest on
    cast(d.students as integer) as students,
    cast(d.enrolled_days as bigint) as enrolled_days,
    cast(d.attendance_days as bigint) as attendance_days,
    cast(d.covered_days as bigint) as covered_days,
    cast(d.unmapped_codes as bigint) as unmapped_codes,

    -- in person, by days and by the class's own periods
    cast(case when d.unmapped_codes = 0 then d.in_person_days end as bigint) as in_person_days,
    cast(
        case
            when d.unmapped_codes = 0
                then cast(d.in_person_days as double) / nullif(cast(d.attendance_days as double), 0)
        end as double
    ) as in_person_rate,
    cast(p.periods_scheduled as bigint) as periods_scheduled,
    cast(p.periods_present as double) as periods_present,
    cast(p.periods_present / nullif(cast(p.periods_scheduled as double), 0) as double) as period_rate,

    -- online
    cast(d.digital_days as bigint) as digital_days,
    cast(cast(d.digital_days as double) / nullif(cast(d.covered_days as double), 0) as double) as digital_rate,
    cast(d.digital_minutes as double) as digital_minutes,
    cast(d.digital_accesses as bigint) as digital_accesses

from days as d
inner join section as s on s.section_key = d.section_key
left join course as k on k.course_key = s.course_key
left join school as c on c.school_key = s.school_key
left join periods as p on p.section_key = d.section_key and p.school_year = d.school_year
