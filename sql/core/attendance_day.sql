-- What a student's marks of one date at one school add up to: the share of the day present, and the periods.
-- A day mark decides the day over period marks; an absence decides over a presence; a code without meaning leaves the day unknown.
-- grain: one row a student, school and date with a mark      keys: student_key, school_key, event_date      owner: attendance      partition: month
with

-- Only the source that speaks for the school on the date.
marks as (

    select
        e.student_key,
        e.school_key,
        e.event_date,
        e.grain = 'day' as is_day,
        e.category,
        e.present_fraction,
        e.category in ('absent_excused', 'absent_unexcused', 'suspension_out') as is_absence,
        d.recording,
        d.periods as school_periods,
        case e.category
            when 'suspension_out' then 1
            when 'absent_unexcused' then 2
            when 'absent_excused' then 3
            when 'suspension_in' then 4
            when 'early_departure' then 5
            when 'tardy' then 6
            when 'remote_present' then 7
            when 'school_activity' then 8
            when 'present' then 9
            when 'not_counted' then 10
        end as gravity

    from attendance_event as e
    inner join school_attendance_day as d
        on d.school_key = e.school_key and d.event_date = e.event_date and d.module = e.module

    where e.is_current and not e.is_deleted and e.student_key is not null

),

sums as (

    select
        student_key,
        school_key,
        event_date,
        max(recording) as recording,
        max(school_periods) as school_periods,

        count_if(is_day) as day_marks,
        count_if(is_day and category is null) as day_unmapped,
        count_if(is_day and is_absence) as day_absences,
        count(case when is_day then present_fraction end) as day_counted,
        sum(case when is_day and is_absence then 1e0 - present_fraction else 0e0 end) as day_missed,
        sum(case when is_day and not is_absence then present_fraction else 0e0 end) as day_attended,

        count_if(not is_day and category is null) as period_unmapped,
        count(case when not is_day then present_fraction end) as periods_marked,
        sum(case when not is_day then 1e0 - present_fraction else 0e0 end) as periods_missed,

        min(case when is_day then gravity end) as day_gravest,
        min(case when not is_day then gravity end) as period_gravest

    from marks

    group by student_key, school_key, event_date

),

-- Where only absences are recorded, the school's other periods of the date were attended.
periods as (

    select
        student_key,
        school_key,
        event_date,
        day_marks,
        day_unmapped,
        day_absences,
        day_counted,
        day_missed,
        day_attended,
        period_unmapped,
        periods_missed,
        case when day_marks > 0 then day_gravest else period_gravest end as gravest,
        case
            when recording = 'negative' and periods_marked > 0 and school_periods > periods_marked then school_periods
            else periods_marked
        end as periods_scheduled

    from sums

),

days as (

    select
        student_key,
        school_key,
        event_date,
        gravest,
        day_marks,
        periods_scheduled,
        periods_scheduled - periods_missed as periods_present,
        case when day_marks > 0 then day_unmapped else period_unmapped end as unmapped_codes,
        case
            when day_marks > 0 and (day_unmapped > 0 or day_counted = 0) then null
            when day_absences > 0 and day_missed > 1 then 0e0
            when day_absences > 0 then 1e0 - day_missed
            when day_marks > 0 and day_attended > 1 then 1e0
            when day_marks > 0 then day_attended
            when period_unmapped > 0 then null
            else (periods_scheduled - periods_missed) / nullif(cast(periods_scheduled as double), 0)
        end as present_fraction

    from periods

)

select
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(event_date as date) as event_date,
    cast(present_fraction as double) as present_fraction,
    cast(
        case
            when unmapped_codes > 0 then 'unmapped'
            when day_marks = 0 and present_fraction > 0 and present_fraction < 1 then 'partial'
            else
                case gravest
                    when 1 then 'suspension_out'
                    when 2 then 'absent_unexcused'
                    when 3 then 'absent_excused'
                    when 4 then 'suspension_in'
                    when 5 then 'early_departure'
                    when 6 then 'tardy'
                    when 7 then 'remote_present'
                    when 8 then 'school_activity'
                    when 9 then 'present'
                    when 10 then 'not_counted'
                end
        end as varchar
    ) as category,
    cast(periods_scheduled as integer) as periods_scheduled,
    cast(periods_present as double) as periods_present,
    cast(unmapped_codes as integer) as unmapped_codes,
    cast(date_format(event_date, '%Y-%m') as varchar) as month

from days
