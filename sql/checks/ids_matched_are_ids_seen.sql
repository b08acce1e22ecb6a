-- The ids of a source are matched, unmatched or of staff; nothing else, and none twice.
-- matters: a match rate above one, or ids that nobody counts. mend: look at student_identifier.
select c.module, c.id_system, c.ids_seen, c.ids_matched, c.ids_unmatched, c.ids_of_staff, i.ids
from identity_coverage as c
inner join (
    select module, id_system, count(*) as ids from student_identifier group by module, id_system
) as i on i.module = c.module and i.id_system = c.id_system
where c.ids_seen <> c.ids_matched + c.ids_unmatched or c.ids_seen + c.ids_of_staff <> i.ids
