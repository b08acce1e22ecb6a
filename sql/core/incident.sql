-- A behaviour incident in which a student took part.
-- grain: one row a source record      keys: module, source_table, source_key      owner: student services      partition: all
select
    cast(m.student_key as varchar) as student_key,
    cast(e.module || ':' || e.source_incident_id as varchar) as incident_key,
    cast(coalesce(a.school_key, lower(replace(trim(e.source_school_id), '-', ''))) as varchar) as school_key,
    cast(e.incident_date as date) as incident_date,
    cast(e.incident_type as varchar) as incident_type,
    cast(e.module as varchar) as module,
    cast(e.source_table as varchar) as source_table,
    cast(e.source_key as varchar) as source_key,
    cast(e.known_from as date) as known_from,
    cast('all' as varchar) as part

from mapped_incident as e
left join identity_map as m on m.id_system = e.id_system and m.id = e.student_id
left join school_alias as a on a.module = e.module and a.source_school_id = e.source_school_id

where e.is_current and not e.is_deleted
