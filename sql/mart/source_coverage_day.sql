-- The school dates that a source covers: from its first date to its last, the quiet ones between included.
-- grain: one row a module, source table and school date      keys: module, event_object, covered_date
-- owner: digital learning      partition: all      affects: covered_date..covered_date
with

sources as (

    select
        module,
        event_object,
        min(event_date) as first_date,
        max(event_date) as last_date,
        bool_or(measures_minutes) as measures_minutes,
        bool_or(measures_accesses) as measures_accesses

    from source_day

    group by module, event_object

),

school_dates as (

    select calendar_date from calendar_day where is_school_day and has_elapsed group by calendar_date

)

select
    cast(s.module as varchar) as module,
    cast(s.event_object as varchar) as event_object,
    cast(d.calendar_date as date) as covered_date,
    cast(s.measures_minutes as boolean) as measures_minutes,
    cast(s.measures_accesses as boolean) as measures_accesses,
    cast('all' as varchar) as part

from sources as s
inner join school_dates as d on d.calendar_date >= s.first_date and d.calendar_date <= s.last_date
