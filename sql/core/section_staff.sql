-- A staff member's stint in a class, by the source's own staff id.
-- grain: one row a source record      keys: module, source_table, source_key      owner: curriculum      partition: all
select
    cast(s.module || ':' || s.source_section_id as varchar) as section_key,
    cast(s.id_system as varchar) as id_system,
    cast(s.staff_id as varchar) as staff_id,
    cast(s.staff_role as varchar) as staff_role,
    cast(s.begin_date as date) as begin_date,
    cast(s.end_date as date) as end_date,
    cast(s.module as varchar) as module,
    cast(s.source_table as varchar) as source_table,
    cast(s.source_key as varchar) as source_key,
    cast('all' as varchar) as part

from mapped_section_staff as s

where s.is_current and not s.is_deleted
