-- Ids that a source uses for somebody whom no roster knows: each is listed, none is dropped.
-- grain: one row a module, id system and id      keys: module, id_system, id      owner: identity
select
    cast(i.module as varchar) as module,
    cast(i.id_system as varchar) as id_system,
    cast(i.id as varchar) as id,
    cast(i.first_seen as date) as first_seen

from student_identifier as i

where i.student_key is null and not i.is_staff
