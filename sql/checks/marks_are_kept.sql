-- Every version of a mark or of a stint that a source sent is kept, known person or not.
-- matters: rows that vanish between source and core. mend: no inner join in core; look-ups hold each key once.
select 'attendance_event' as table_name, m.delivered, t.stored
from (select count(*) as delivered from mapped_attendance_event) as m
cross join (select count(*) as stored from attendance_event) as t
where m.delivered <> t.stored
union all
select 'enrollment_version' as table_name, m.delivered, t.stored
from (select count(*) as delivered from mapped_enrollment) as m
cross join (select count(*) as stored from enrollment_version) as t
where m.delivered <> t.stored
union all
select 'assessment_result' as table_name, m.delivered, t.stored
from (select count(*) as delivered from mapped_assessment_result) as m
cross join (select count(*) as stored from assessment_result) as t
where m.delivered <> t.stored
