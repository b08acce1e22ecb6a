-- The dates that each source of digital activity covers, and how much of it belongs to known students.
-- grain: one row a module and source table      keys: module, event_object      owner: digital learning
with

covered as (

    select module, event_object, count(*) as covered_school_days from source_coverage_day group by module, event_object

),

delivered as (

    select
        module,
        event_object,
        min(event_date) as first_date,
        max(event_date) as last_date,
        count(*) as days_with_rows,
        sum(events) as events,
        sum(unmatched_events) as unmatched_events,
        sum(window_events) as window_events,
        bool_or(measures_minutes) as measures_minutes,
        bool_or(measures_accesses) as measures_accesses

    from source_day

    group by module, event_object

)

select
    cast(d.module as varchar) as module,
    cast(d.event_object as varchar) as event_object,
    cast(d.first_date as date) as first_date,
    cast(d.last_date as date) as last_date,
    cast(d.days_with_rows as integer) as days_with_rows,
    cast(coalesce(c.covered_school_days, 0) as integer) as covered_school_days,
    cast(d.events as bigint) as events,
    cast(d.unmatched_events as bigint) as unmatched_events,
    cast(d.window_events as bigint) as window_events,
    cast(d.measures_minutes as boolean) as measures_minutes,
    cast(d.measures_accesses as boolean) as measures_accesses

from delivered as d
left join covered as c on c.module = d.module and c.event_object = d.event_object
