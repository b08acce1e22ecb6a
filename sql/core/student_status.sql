-- What the registrar wrote of a student, in all versions: enrolled, graduated, transferred or dropped out.
-- grain: one row a source record and version      keys: module, source_table, source_key, as_of, batch_id, record_no      owner: registrar      partition: all
select
    cast(m.student_key as varchar) as student_key,
    cast(e.local_status as varchar) as local_status,
    cast(e.status as varchar) as status,

    -- where it comes from
    cast(e.id_system as varchar) as id_system,
    cast(e.student_id as varchar) as student_id,
    cast(e.module as varchar) as module,
    cast(e.source_table as varchar) as source_table,
    cast(e.source_key as varchar) as source_key,
    cast(e.batch_id as varchar) as batch_id,
    cast(e.record_no as bigint) as record_no,
    cast(e.as_of as timestamp) as as_of,
    cast(e.change_no as bigint) as change_no,
    cast(e.known_from as date) as known_from,
    cast(e.known_basis as varchar) as known_basis,
    cast(e.is_current as boolean) as is_current,
    cast(e.is_deleted as boolean) as is_deleted,
    cast('all' as varchar) as part

from mapped_student_status as e
left join identity_map as m on m.id_system = e.id_system and m.id = e.student_id
