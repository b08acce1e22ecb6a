-- What a student's marks of one date at one school add up to: the share of the day present, and the periods.
-- A day mark decides the day over period marks; an absence decides over a presence; a code without meaning leaves the day unknown.
-- grain: one row a student, school and date with a mark      keys: student_key, school_key, event_date      owner: attendance      partition: month
with

speakers as (

    select school_key, event_date, module, recording, periods from school_attendance_day

),

-- Only the source that speaks for the school on the date; absences have a negative gravity, the gravest the lowest.
day_marks as (

    select
        e.student_key,
        e.school_key,
        e.event_date,
        e.present_fraction,
        e.category,
        case e.category
            when 'suspension_out' then -3
            when 'absent_unexcused' then -2
            when 'absent_excused' then -1
            when 'suspension_in' then 1
            when 'early_departure' then 2
            when 'tardy' then 3
            when 'remote_present' then 4
            when 'school_activity' then 5
            when 'present' then 6
            when 'not_counted' then 7
        end as gravity

    from attendance_event as e
    inner join speakers as s on s.school_key = e.school_key and s.event_date = e.event_date and s.module = e.module

    where e.grain = 'day' and e.is_current and not e.is_deleted and e.student_key is not null

),

day_sums as (

    select
        student_key,
        school_key,
        event_date,
        count(*) as marks,
        count(category) as with_meaning,
        count(present_fraction) as counted,
        min(gravity) as gravest,
        sum(case when gravity < 0 then 1e0 - present_fraction end) as missed,
        sum(case when gravity > 0 then present_fraction end) as attended

    from day_marks

    group by student_key, school_key, event_date

),

period_marks as (

    select
        e.student_key,
        e.school_key,
        e.event_date,
        e.present_fraction,
        e.category,
        s.recording,
        s.periods,
        case e.category
            when 'suspension_out' then -3
            when 'absent_unexcused' then -2
            when 'absent_excused' then -1
            when 'suspension_in' then 1
            when 'early_departure' then 2
            when 'tardy' then 3
            when 'remote_present' then 4
            when 'school_activity' then 5
            when 'present' then 6
            when 'not_counted' then 7
        end as gravity

    from attendance_event as e
    inner join speakers as s on s.school_key = e.school_key and s.event_date = e.event_date and s.module = e.module

    where e.grain = 'period' and e.is_current and not e.is_deleted and e.student_key is not null

),

-- Where only absences are recorded, the school's other periods of the date were attended.
period_sums as (

    select
        student_key,
        school_key,
        event_date,
        count(*) - count(category) as unmapped,
        min(gravity) as gravest,
        case
            when max(recording) = 'negative' and count(present_fraction) > 0 and max(periods) > count(present_fraction)
                then cast(max(periods) as bigint)
            else count(present_fraction)
        end as scheduled,
        sum(1e0 - present_fraction) as missed

    from period_marks

    group by student_key, school_key, event_date

),

days as (

    select
        coalesce(d.student_key, p.student_key) as student_key,
        coalesce(d.school_key, p.school_key) as school_key,
        coalesce(d.event_date, p.event_date) as event_date,
        d.marks is not null as has_day_mark,
        d.counted,
        d.missed,
        d.attended,
        case when d.marks is not null then d.gravest else p.gravest end as gravest,
        case when d.marks is not null then d.marks - d.with_meaning else p.unmapped end as unmapped_codes,
        p.scheduled,
        p.scheduled - p.missed as present

    from day_sums as d
    full outer join period_sums as p
        on p.student_key = d.student_key and p.school_key = d.school_key and p.event_date = d.event_date

),

shares as (

    select
        student_key,
        school_key,
        event_date,
        has_day_mark,
        gravest,
        unmapped_codes,
        scheduled,
        present,
        case
            when unmapped_codes > 0 then null
            when not has_day_mark then present / nullif(cast(scheduled as double), 0)
            when counted = 0 then null
            when missed > 1 then 0e0
            when missed is not null then 1e0 - missed
            when attended > 1 then 1e0
            else attended
        end as present_fraction

    from days

)

select
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(event_date as date) as event_date,
    cast(present_fraction as double) as present_fraction,
    cast(
        case
            when unmapped_codes > 0 then 'unmapped'
            when not has_day_mark and present_fraction > 0 and present_fraction < 1 then 'partial'
            else
                case gravest
                    when -3 then 'suspension_out'
                    when -2 then 'absent_unexcused'
                    when -1 then 'absent_excused'
                    when 1 then 'suspension_in'
                    when 2 then 'early_departure'
                    when 3 then 'tardy'
                    when 4 then 'remote_present'
                    when 5 then 'school_activity'
                    when 6 then 'present'
                    when 7 then 'not_counted'
                end
        end as varchar
    ) as category,
    cast(scheduled as integer) as periods_scheduled,
    cast(present as double) as periods_present,
    cast(unmapped_codes as integer) as unmapped_codes,
    cast(date_format(event_date, '%Y-%m') as varchar) as month

from shares
