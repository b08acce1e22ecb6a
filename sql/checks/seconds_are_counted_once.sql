-- The minutes of a source's year are the seconds of its events, each once; a rolling report adds none.
-- matters: minutes times standards, or times schools. mend: look for doubled rows in student_source_month.
select
    coalesce(e.event_object, y.event_object) as event_object,
    e.seconds as delivered,
    y.seconds as reported
from (
    select module, event_object, sum(cast(time_on_task_seconds as double)) as seconds
    from digital_activity_event
    where is_activity and student_key is not null and event_date is not null and window_days = 1
    group by module, event_object
) as e
full outer join (
    select module, event_object, sum(digital_minutes) * 60 as seconds
    from student_source_year
    group by module, event_object
) as y on y.module = e.module and y.event_object = e.event_object
where abs(coalesce(e.seconds, 0) - coalesce(y.seconds, 0)) > 1e-3
