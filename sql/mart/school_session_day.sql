-- A school day that has passed: did the school submit attendance, through which source, and recorded how.
-- grain: one row a school and elapsed school day      keys: school_key, calendar_date      owner: attendance      partition: month
with

days as (

    select school_key, calendar_date, school_year, school_day_number

    from calendar_day

    where is_school_day and has_elapsed

),

submissions as (

    select school_key, event_date, module, recording, marks from school_attendance_day

)

select
    cast(d.school_key as varchar) as school_key,
    cast(d.calendar_date as date) as calendar_date,
    cast(d.school_year as integer) as school_year,
    cast(d.school_day_number as integer) as school_day_number,
    cast(s.school_key is not null as boolean) as attendance_submitted,
    cast(s.module as varchar) as attendance_module,
    cast(s.recording as varchar) as recording,
    cast(coalesce(s.marks, 0) as bigint) as marks,
    cast(date_format(d.calendar_date, '%Y-%m') as varchar) as month

from days as d
left join submissions as s on s.school_key = d.school_key and s.event_date = d.calendar_date
