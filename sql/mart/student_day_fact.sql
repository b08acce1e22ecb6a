-- A student's school day at one school: enrolled, in session, present or not, active online or not, and what is unknown.
-- grain: one row a student, school and elapsed school day of an enrollment      keys: student_key, school_key, calendar_date      owner: engagement      partition: month
with

thresholds as (

    select absent_day_share, early_window_days from measure_policy

),

sessions as (

    select school_key, calendar_date, school_year, school_day_number, attendance_submitted, recording, month

    from school_session_day

),

stints as (

    select student_key, school_key, month_text, begin_date, end_date, grade_level, is_home from enrollment_month

),

spine as (

    select
        e.student_key,
        d.school_key,
        d.calendar_date,
        d.school_year,
        d.school_day_number,
        d.attendance_submitted,
        d.recording,
        d.month,
        e.grade_level,
        e.is_home

    from sessions as d
    inner join stints as e
        on e.school_key = d.school_key
        and e.month_text = d.month
        and d.calendar_date >= e.begin_date
        and d.calendar_date < e.end_date

),

-- The few students with a second school at the same time: where the home school has no session, the other school
-- carries the minutes of the date, so that none is lost or doubled.
second_stints as (

    select student_key, school_key, month_text, begin_date, end_date from stints where not is_home

),

second_students as (

    select student_key, month_text from second_stints group by student_key, month_text

),

home_days as (

    select e.student_key, d.calendar_date

    from second_students as t
    inner join stints as e on e.student_key = t.student_key and e.month_text = t.month_text and e.is_home
    inner join sessions as d
        on d.school_key = e.school_key
        and d.month = e.month_text
        and d.calendar_date >= e.begin_date
        and d.calendar_date < e.end_date

    group by e.student_key, d.calendar_date

),

elsewhere as (

    select e.student_key, d.calendar_date, min(d.school_key) as school_key

    from second_stints as e
    inner join sessions as d
        on d.school_key = e.school_key
        and d.month = e.month_text
        and d.calendar_date >= e.begin_date
        and d.calendar_date < e.end_date
    left join home_days as h on h.student_key = e.student_key and h.calendar_date = d.calendar_date

    where h.student_key is null

    group by e.student_key, d.calendar_date

),

activity as (

    select
        student_key,
        event_date,
        count(*) as source_count,
        sum(minutes) as minutes,
        sum(accesses) as accesses

    from student_source_day

    group by student_key, event_date

),

coverage as (

    select
        covered_date,
        bool_or(measures_minutes) as measures_minutes,
        bool_or(measures_accesses) as measures_accesses

    from source_coverage_day

    group by covered_date

),

opted_out as (

    select student_key from opted_out_id where student_key is not null group by student_key

),

-- In negative recording a day without a mark is a day present, once the school has submitted.
days as (

    select
        s.student_key,
        s.school_key,
        s.calendar_date,
        s.school_year,
        s.school_day_number,
        s.month,
        s.grade_level,
        s.is_home or w.student_key is not null as carries_digital,
        case
            when a.category = 'not_counted' then false
            when a.student_key is not null then true
            else coalesce(s.recording = 'negative' and s.attendance_submitted, false)
        end as attendance_taken,
        case
            when a.student_key is not null then a.present_fraction
            when s.recording = 'negative' and s.attendance_submitted then 1e0
        end as present_fraction,
        case
            when a.student_key is not null then a.category
            when s.recording = 'negative' and s.attendance_submitted then 'present'
        end as category,
        a.periods_scheduled,
        a.periods_present,
        coalesce(a.unmapped_codes, 0) as unmapped_codes,
        c.covered_date is not null and o.student_key is null as within_coverage,
        c.measures_minutes,
        c.measures_accesses,
        g.source_count,
        g.minutes,
        g.accesses

    from spine as s
    left join elsewhere as w
        on w.student_key = s.student_key and w.calendar_date = s.calendar_date and w.school_key = s.school_key
    left join attendance_day as a
        on a.student_key = s.student_key and a.school_key = s.school_key and a.event_date = s.calendar_date
    left join activity as g on g.student_key = s.student_key and g.event_date = s.calendar_date
    left join coverage as c on c.covered_date = s.calendar_date
    left join opted_out as o on o.student_key = s.student_key

)

select
    cast(d.student_key as varchar) as student_key,
    cast(d.school_key as varchar) as school_key,
    cast(d.calendar_date as date) as calendar_date,
    cast(d.school_year as integer) as school_year,
    cast(d.grade_level as varchar) as grade_level,
    cast(d.school_day_number <= t.early_window_days as boolean) as in_early_window,

    -- in person
    cast(d.attendance_taken as boolean) as attendance_taken,
    cast(d.present_fraction as double) as present_fraction,
    cast(1e0 - d.present_fraction < t.absent_day_share as boolean) as is_present,
    cast(d.category as varchar) as category,
    cast(d.periods_scheduled as integer) as periods_scheduled,
    cast(d.periods_present as double) as periods_present,
    cast(d.unmapped_codes as integer) as unmapped_codes,

    -- online; minutes and accesses stand at one school only
    cast(d.within_coverage as boolean) as within_coverage,
    cast(d.within_coverage and d.source_count is not null as boolean) as digital_active,
    cast(coalesce(d.source_count, 0) as integer) as source_count,
    cast(
        case
            when not d.carries_digital then null
            when d.within_coverage and d.measures_minutes then coalesce(d.minutes, 0e0)
            else d.minutes
        end as double
    ) as digital_minutes,
    cast(
        case
            when not d.carries_digital then null
            when d.within_coverage and d.measures_accesses then coalesce(d.accesses, 0)
            else d.accesses
        end as bigint
    ) as digital_accesses,
    cast(d.month as varchar) as month

from days as d
cross join thresholds as t
