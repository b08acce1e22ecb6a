-- Dates of the school calendars: a school day is one that any calendar of the school calls instructional.
-- grain: one version of the calendar record that speaks for a school and date
with dates as (
    select
        school_id, calendar_date, cast(nullif(split_part(event_descriptor_1, '#', 2), '') as varchar) as event_name,
        case
            when event_descriptor_1 is null then null
            when lower(cast(nullif(split_part(event_descriptor_1, '#', 2), '') as varchar)) in ('instructional day', 'make-up day', 'student late arrival/early dismissal') then true
            when lower(cast(nullif(split_part(event_descriptor_2, '#', 2), '') as varchar)) in ('instructional day', 'make-up day', 'student late arrival/early dismissal') then true
            when lower(cast(nullif(split_part(event_descriptor_3, '#', 2), '') as varchar)) in ('instructional day', 'make-up day', 'student late arrival/early dismissal') then true
            else false
        end as is_school_day,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_calendar_dates
),

-- A school may keep several calendars, for grades or tracks: one record, instructional before others, speaks for the date.
ranked as (
    select
        school_id, calendar_date, source_key,
        row_number() over (
            partition by school_id, calendar_date
            order by
                is_deleted,
                case when is_school_day then 0 when is_school_day is null then 2 else 1 end,
                source_key
        ) as voice
    from dates
    where is_current
)

select
    cast(d.school_id as varchar) as source_school_id,
    cast(d.calendar_date as date) as calendar_date,
    cast(d.is_school_day as boolean) as is_school_day,
    cast(d.event_name as varchar) as event_name,
    cast('edfi' as varchar) as module,
    cast('calendar_dates' as varchar) as source_table,
    cast(d.source_key as varchar) as source_key,
    cast(d.batch_id as varchar) as batch_id,
    cast(d.record_no as bigint) as record_no,
    cast(d.as_of as timestamp) as as_of,
    cast(d.change_no as bigint) as change_no,
    cast(d.known_from as date) as known_from,
    cast(d.known_basis as varchar) as known_basis,
    cast(d.is_current as boolean) as is_current,
    cast(d.is_deleted as boolean) as is_deleted
from dates as d
inner join ranked as r
    on r.school_id = d.school_id and r.calendar_date = d.calendar_date and r.source_key = d.source_key and r.voice = 1
