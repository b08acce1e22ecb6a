-- How a student took part in a school year at a school, in person and online, with what each number rests on.
-- Missing knowledge is null, never zero: a code without meaning, no attendance taken, no source that covers the days.
-- grain: one row a student, school and school year      keys: student_key, school_key, school_year      owner: engagement
with

thresholds as (

    select
        good_attendance_rate, manageable_attendance_rate, severe_attendance_rate, chronic_absence_share,
        minimum_enrolled_days, early_window_minimum_days, engaged_in_person_rate, engaged_digital_rate

    from measure_policy

),

rates as (

    select
        e.student_key,
        e.school_key,
        c.school_name,
        coalesce(e.grade_level, s.grade_level) as grade,
        e.school_year,
        e.enrollment_basis,
        e.enrolled_days,
        e.attendance_days,
        e.unmapped_codes,
        e.present_day_equivalents,
        e.periods_scheduled,
        e.periods_present,
        e.early_attendance_days,
        e.is_opted_out,
        e.covered_days,
        e.digital_minutes,
        e.digital_accesses,
        e.source_count,
        e.measured_days,
        case when e.unmapped_codes = 0 then e.in_person_days end as in_person_days,
        case when e.unmapped_codes = 0 then e.attendance_days - e.in_person_days end as missed_days,
        case when e.unmapped_codes = 0 then e.early_attendance_days - e.early_in_person_days end as early_missed_days,
        case when e.covered_days > 0 then e.digital_days end as digital_days,
        case when e.unmapped_codes = 0 then e.engaged_days end as engaged_days,
        case
            when e.unmapped_codes = 0
                then cast(e.in_person_days as double) / nullif(cast(e.attendance_days as double), 0)
        end as in_person_rate,
        case
            when e.unmapped_codes = 0
                then
                    cast(e.attendance_days - e.in_person_days as double)
                    / nullif(cast(e.attendance_days as double), 0)
        end as missed_share,
        case
            when e.unmapped_codes = 0
                then
                    cast(e.early_attendance_days - e.early_in_person_days as double)
                    / nullif(cast(e.early_attendance_days as double), 0)
        end as early_missed_share,
        cast(e.digital_days as double) / nullif(cast(e.covered_days as double), 0) as digital_rate,
        case
            when e.unmapped_codes = 0
                then cast(e.engaged_days as double) / nullif(cast(e.measured_days as double), 0)
        end as engaged_rate,
        case
            when e.unmapped_codes = 0
                then e.periods_present / nullif(cast(e.periods_scheduled as double), 0)
        end as period_rate,
        cast(e.attendance_days as double) / nullif(cast(e.enrolled_days as double), 0) as attendance_coverage,
        cast(e.covered_days as double) / nullif(cast(e.enrolled_days as double), 0) as digital_coverage

    from student_engagement_year as e
    left join school as c on c.school_key = e.school_key
    left join student as s on s.student_key = e.student_key

)

select
    cast(r.student_key as varchar) as student_key,
    cast(r.school_key as varchar) as school_key,
    cast(r.school_name as varchar) as school_name,
    cast(r.grade as varchar) as grade,
    cast(r.school_year as integer) as school_year,
    cast(r.enrollment_basis as varchar) as enrollment_basis,
    cast(r.enrolled_days as integer) as enrolled_days,

    -- in person, by days
    cast(r.attendance_days as integer) as attendance_days,
    cast(r.attendance_coverage as double) as attendance_coverage,
    cast(r.in_person_days as integer) as in_person_days,
    cast(r.missed_days as integer) as missed_days,
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

    -- in person, by periods
    cast(r.periods_scheduled as bigint) as periods_scheduled,
    cast(r.periods_present as double) as periods_present,
    cast(r.period_rate as double) as period_rate,

    -- online
    cast(r.covered_days as integer) as covered_days,
    cast(r.digital_coverage as double) as digital_coverage,
    cast(r.digital_days as integer) as digital_days,
    cast(r.digital_minutes as double) as digital_minutes,
    cast(r.digital_accesses as bigint) as digital_accesses,
    cast(r.digital_rate as double) as digital_rate,
    cast(r.source_count as integer) as source_count,
    cast(r.is_opted_out as boolean) as is_opted_out,

    -- either way
    cast(r.measured_days as integer) as measured_days,
    cast(r.engaged_days as integer) as engaged_days,
    cast(r.engaged_rate as double) as engaged_rate,
    cast(
        case
            when r.in_person_rate is null or r.digital_rate is null then 'not enough data'
            when r.in_person_rate >= t.engaged_in_person_rate and r.digital_rate >= t.engaged_digital_rate
                then 'in person and online'
            when r.in_person_rate >= t.engaged_in_person_rate then 'mostly in person'
            when r.digital_rate >= t.engaged_digital_rate then 'mostly online'
            else 'neither yet'
        end as varchar
    ) as hybrid_pattern

from rates as r
cross join thresholds as t
