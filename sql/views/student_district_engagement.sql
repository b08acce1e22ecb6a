-- How a student took part in a school year over all his schools: days are summed first, then judged once.
-- grain: one row a student and school year      keys: student_key, school_year      owner: engagement
with

thresholds as (

    select
        good_attendance_rate, manageable_attendance_rate, severe_attendance_rate, chronic_absence_share,
        minimum_enrolled_days, early_window_minimum_days

    from measure_policy

),

sums as (

    select
        e.student_key,
        e.school_year,
        count(*) as schools,
        sum(e.enrolled_days) as enrolled_days,
        sum(e.attendance_days) as attendance_days,
        sum(e.in_person_days) as in_person_days,
        sum(e.unmapped_codes) as unmapped_codes,
        sum(e.early_attendance_days) as early_attendance_days,
        sum(e.early_in_person_days) as early_in_person_days,
        sum(e.covered_days) as covered_days,
        sum(e.digital_days) as digital_days,
        sum(e.digital_minutes) as digital_minutes,
        sum(e.digital_accesses) as digital_accesses,
        sum(e.measured_days) as measured_days,
        sum(e.engaged_days) as engaged_days

    from student_engagement_year as e

    group by e.student_key, e.school_year

),

-- A source that is used at both schools is one source.
sources as (

    select student_key, school_year, module, event_object

    from student_source_year

    where active_days > 0 or digital_days > 0

    group by student_key, school_year, module, event_object

),

source_counts as (

    select student_key, school_year, count(*) as source_count from sources group by student_key, school_year

),

rates as (

    select
        s.student_key,
        s.school_year,
        s.schools,
        s.enrolled_days,
        s.attendance_days,
        s.unmapped_codes,
        s.early_attendance_days,
        s.covered_days,
        s.digital_minutes,
        s.digital_accesses,
        s.measured_days,
        coalesce(n.source_count, 0) as source_count,
        case when s.unmapped_codes = 0 then s.in_person_days end as in_person_days,
        case when s.unmapped_codes = 0 then s.engaged_days end as engaged_days,
        case when s.covered_days > 0 then s.digital_days end as digital_days,
        case
            when s.unmapped_codes = 0
                then cast(s.in_person_days as double) / nullif(cast(s.attendance_days as double), 0)
        end as in_person_rate,
        case
            when s.unmapped_codes = 0
                then
                    cast(s.attendance_days - s.in_person_days as double)
                    / nullif(cast(s.attendance_days as double), 0)
        end as missed_share,
        case
            when s.unmapped_codes = 0
                then
                    cast(s.early_attendance_days - s.early_in_person_days as double)
                    / nullif(cast(s.early_attendance_days as double), 0)
        end as early_missed_share,
        cast(s.digital_days as double) / nullif(cast(s.covered_days as double), 0) as digital_rate,
        case
            when s.unmapped_codes = 0
                then cast(s.engaged_days as double) / nullif(cast(s.measured_days as double), 0)
        end as engaged_rate

    from sums as s
    left join source_counts as n on n.student_key = s.student_key and n.school_year = s.school_year

)

select
    cast(r.student_key as varchar) as student_key,
    cast(r.school_year as integer) as school_year,
    cast(r.schools as integer) as schools,
    cast(r.enrolled_days as integer) as enrolled_days,

    -- in person
    cast(r.attendance_days as integer) as attendance_days,
    cast(r.in_person_days as integer) as in_person_days,
    cast(r.in_person_rate as double) as in_person_rate,
    cast(
        case
            when r.in_person_rate is null then null
            when r.in_person_rate >= t.good_attendance_rate then 'good'
            when r.in_person_rate >= t.manageable_attendance_rate then 'manageable'
            when r.in_person_rate >= t.severe_attendance_rate then 'low'
            else 'severe'
        end as varchar
    ) as attendance_band,
    cast(
        case
            when r.missed_share is null or r.attendance_days < t.minimum_enrolled_days then null
            else r.missed_share >= t.chronic_absence_share
        end as boolean
    ) as chronically_absent,
    cast(
        case
            when r.early_missed_share is null or r.early_attendance_days < t.early_window_minimum_days then null
            else r.early_missed_share >= t.chronic_absence_share
        end as boolean
    ) as early_warning,
    cast(r.unmapped_codes as integer) as unmapped_codes,

    -- online
    cast(r.covered_days as integer) as covered_days,
    cast(r.digital_days as integer) as digital_days,
    cast(r.digital_rate as double) as digital_rate,
    cast(r.digital_minutes as double) as digital_minutes,
    cast(r.digital_accesses as bigint) as digital_accesses,
    cast(r.source_count as integer) as source_count,

    -- either way
    cast(r.measured_days as integer) as measured_days,
    cast(r.engaged_days as integer) as engaged_days,
    cast(r.engaged_rate as double) as engaged_rate

from rates as r
cross join thresholds as t
