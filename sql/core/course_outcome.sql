-- A mark of a student in a class, in all its versions; a mark of an unknown person stays in.
-- grain: one row a source record and version      keys: module, source_table, source_key, as_of, batch_id, record_no      owner: curriculum      partition: all
select
    cast(m.student_key as varchar) as student_key,
    cast(e.module || ':' || e.source_section_id as varchar) as section_key,
    cast(e.module || ':' || e.source_term_id as varchar) as term_key,
    cast(e.school_year as integer) as school_year,
    cast(e.numeric_mark as double) as numeric_mark,
    cast(e.letter_mark as varchar) as letter_mark,
    cast(e.is_final as boolean) as is_final,
    cast(e.credits_attempted as double) as credits_attempted,
    cast(e.credits_earned as double) as credits_earned,

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

from mapped_course_outcome as e
left join identity_map as m on m.id_system = e.id_system and m.id = e.student_id
