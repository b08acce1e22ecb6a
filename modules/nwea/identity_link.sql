-- The state id of a student beside NWEA's.
-- grain: one version of a row with both ids
with both_ids as (
    select 'map_growth' as source_table, student_id, student_state_id,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_growth
    union all
    select 'students_by_school' as source_table, student_id, student_state_id,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_students_by_school
)

select
    cast('nwea_student' as varchar) as id_system_a,
    cast(student_id as varchar) as id_a,
    cast('state_student' as varchar) as id_system_b,
    cast(student_state_id as varchar) as id_b,
    cast('NWEA export names both ids' as varchar) as basis,
    cast('nwea' as varchar) as module,
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
from both_ids
where student_state_id is not null
