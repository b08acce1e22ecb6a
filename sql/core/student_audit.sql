-- Sensitive attributes, kept apart and granted apart: only fairness checks may read them.
-- grain: one row a source record and attribute      keys: module, source_table, source_key, attribute      owner: audit      partition: all
select
    cast(m.student_key as varchar) as student_key,
    cast(a.attribute as varchar) as attribute,
    cast(a.attribute_value as varchar) as attribute_value,
    cast(a.module as varchar) as module,
    cast(a.source_table as varchar) as source_table,
    cast(a.source_key as varchar) as source_key,
    cast(a.known_from as date) as known_from,
    cast('all' as varchar) as part

from mapped_student_audit as a
left join identity_map as m on m.id_system = a.id_system and m.id = a.student_id

where a.is_current and not a.is_deleted
