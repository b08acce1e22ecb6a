-- What a source of digital activity delivered for a date, of anybody.
-- grain: one row a module, source table and date      keys: module, event_object, event_date      owner: digital learning      partition: month
select
    cast(module as varchar) as module,
    cast(event_object as varchar) as event_object,
    cast(event_date as date) as event_date,
    cast(count(*) as bigint) as events,
    cast(count_if(student_key is null) as bigint) as unmatched_events,
    cast(count_if(window_days > 1) as bigint) as window_events,

    -- a source that never gives a duration says nothing about minutes, not zero
    cast(count_if(time_on_task_seconds is not null and window_days = 1) > 0 as boolean) as measures_minutes,
    cast(count_if(access_count is not null and window_days = 1) > 0 as boolean) as measures_accesses,
    cast(month as varchar) as month

from digital_activity_event

where event_date is not null

group by module, event_object, event_date, month
