-- A student's activity in one source on one date; a rolling report counts its last day of activity and no minutes or accesses.
-- grain: one row a student, date, module and source table      keys: student_key, event_date, module, event_object      owner: digital learning      partition: month
with

activity as (

    select
        student_key,
        event_date,
        module,
        event_object,
        month,
        count(*) as events,
        sum(case when window_days = 1 then cast(time_on_task_seconds as double) end) / 6e1 as minutes,
        sum(case when window_days = 1 then access_count end) as accesses

    from digital_activity_event

    where is_activity and student_key is not null and event_date is not null

    group by student_key, event_date, module, event_object, month

)

select
    cast(student_key as varchar) as student_key,
    cast(event_date as date) as event_date,
    cast(module as varchar) as module,
    cast(event_object as varchar) as event_object,
    cast(events as bigint) as events,
    cast(minutes as double) as minutes,
    cast(accesses as bigint) as accesses,
    cast(month as varchar) as month

from activity
