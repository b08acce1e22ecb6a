-- A contact that took place on a day, or a plan that was started and goes on, by the step that was taken.
-- grain: one version of a disposition that tells of a support
with said as (
    select
        'said' as source_table, student_key, acted_on, kind, next_step, note_code,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from check_in_said
    union all
    select
        'said_in_table' as source_table, student_key, acted_on, kind, next_step, note_code,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from check_in_said_in_table
)

select
    cast('homeroom_student' as varchar) as id_system,
    cast(student_key as varchar) as student_id,
    cast(coalesce(next_step, lower(note_code), lower(kind)) as varchar) as intervention,
    cast(acted_on as date) as begin_date,
    cast(case when lower(kind) = 'contacted' then cast(date_add('day', 1, acted_on) as date) end as date) as end_date,
    cast('check_in' as varchar) as module,
    cast(source_table as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from said
where lower(kind) in ('contacted', 'plan_started')
