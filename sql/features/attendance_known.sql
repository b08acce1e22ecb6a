-- A mark of attendance with the days on which the district held it true: from when it was known until it was corrected.
-- grain: one row a source record and version      keys: module, source_table, source_key, as_of, batch_id, record_no      owner: models
with

-- Few records are ever told twice; only these need an order of versions.
retold as (

    select module, source_table, source_key

    from attendance_event

    where not is_current or is_deleted

    group by module, source_table, source_key

),

versions as (

    select
        e.student_key,
        e.event_date,
        e.category,
        e.present_fraction,
        e.is_deleted,
        e.module,
        e.source_table,
        e.source_key,
        e.as_of,
        e.batch_id,
        e.record_no,
        e.known_from,
        lead(e.known_from) over (
            partition by e.module, e.source_table, e.source_key
            order by e.as_of, coalesce(e.change_no, 0), e.known_from, e.batch_id, e.record_no
        ) as known_until

    from attendance_event as e
    inner join retold as r
        on r.module = e.module and r.source_table = e.source_table and r.source_key = e.source_key

),

told_once as (

    select
        e.student_key,
        e.event_date,
        e.category,
        e.present_fraction,
        e.is_deleted,
        e.module,
        e.source_table,
        e.source_key,
        e.as_of,
        e.batch_id,
        e.record_no,
        e.known_from,
        cast(null as date) as known_until

    from attendance_event as e
    left join retold as r
        on r.module = e.module and r.source_table = e.source_table and r.source_key = e.source_key

    where r.source_key is null

),

marks as (

    select
        student_key, event_date, category, present_fraction, is_deleted, module, source_table, source_key, as_of,
        batch_id, record_no, known_from, known_until
    from told_once
    union all
    select
        student_key, event_date, category, present_fraction, is_deleted, module, source_table, source_key, as_of,
        batch_id, record_no, known_from, known_until
    from versions

)

select
    cast(student_key as varchar) as student_key,
    cast(event_date as date) as event_date,
    cast(category as varchar) as category,
    cast(present_fraction as double) as present_fraction,
    cast(known_from as date) as known_from,
    cast(known_until as date) as known_until,

    cast(module as varchar) as module,
    cast(source_table as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(as_of as timestamp) as as_of,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no

from marks

where student_key is not null and event_date is not null and not is_deleted and present_fraction is not null
