-- How many ids of each source belong to a known student; ids of staff are counted apart.
-- grain: one row a module and id system      keys: module, id_system      owner: identity
select
    cast(i.module as varchar) as module,
    cast(i.id_system as varchar) as id_system,
    cast(count_if(not i.is_staff) as integer) as ids_seen,
    cast(count_if(i.student_key is not null) as integer) as ids_matched,
    cast(count_if(i.student_key is null and not i.is_staff) as integer) as ids_unmatched,
    cast(count_if(i.is_staff) as integer) as ids_of_staff,
    cast(count(distinct i.student_key) as integer) as students,
    cast(min(i.first_seen) as date) as first_seen

from student_identifier as i

group by i.module, i.id_system
