-- Every version of every person record that a source has sent, with when the district could know it.
-- grain: one row a source record and version      keys: module, source_table, source_key, as_of, batch_id, record_no      owner: data office      partition: all
select
    cast(m.student_key as varchar) as student_key,
    cast(s.id_system as varchar) as id_system,
    cast(s.student_id as varchar) as student_id,
    cast(s.role as varchar) as role,
    cast(coalesce(g.grade, s.grade_level) as varchar) as grade_level,
    cast(s.birth_year as bigint) as birth_year,
    cast(s.graduation_year as bigint) as graduation_year,

    cast(s.module as varchar) as module,
    cast(s.source_table as varchar) as source_table,
    cast(s.source_key as varchar) as source_key,
    cast(s.batch_id as varchar) as batch_id,
    cast(s.record_no as bigint) as record_no,
    cast(s.as_of as timestamp) as as_of,
    cast(s.change_no as bigint) as change_no,
    cast(s.known_from as date) as known_from,
    cast(s.known_basis as varchar) as known_basis,
    cast(s.is_current as boolean) as is_current,
    cast(s.is_deleted as boolean) as is_deleted,
    cast('all' as varchar) as part

from mapped_student as s
left join identity_map as m on m.id_system = s.id_system and m.id = s.student_id
left join grade_code as g on g.spelling = regexp_replace(lower(s.grade_level), '[^a-z0-9-]', '')
