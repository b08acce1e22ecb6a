-- The view of digital activity has the rows of its table, no more and no fewer, known person or not.
-- matters: a school looked up twice doubles an event. mend: a student has one home school a date.
select t.stored, v.listed
from (select count(*) as stored from digital_activity_event) as t
cross join (select count(*) as listed from digital_activity) as v
where t.stored <> v.listed
