-- The accesses of a source's year are those of its events, each once, whatever the student's schools.
-- matters: repeated appends and fan-outs blow up use. mend: look for doubled rows in student_source_month.
select
    coalesce(e.event_object, y.event_object) as event_object,
    e.accesses as delivered,
    y.accesses as reported
from (
    select module, event_object, sum(access_count) as accesses
    from digital_activity_event
    where is_activity and student_key is not null and event_date is not null and window_days = 1
    group by module, event_object
) as e
full outer join (
    select module, event_object, sum(digital_accesses) as accesses
    from student_source_year
    group by module, event_object
) as y on y.module = e.module and y.event_object = e.event_object
where coalesce(e.accesses, 0) <> coalesce(y.accesses, 0)
