-- A date on which a student has two schools in session is as active online at the one as at the other, and its minutes
-- and accesses stand at one of them only.
-- matters: a student shared by two schools active at one and idle at the other, or his minutes twice. mend: student_day_fact
-- joins activity by date, and one school carries the digital sums.
select a.student_key, a.calendar_date, a.school_key, b.school_key as other_school_key
from student_day_fact as a
inner join student_day_fact as b
    on b.student_key = a.student_key and b.calendar_date = a.calendar_date and b.school_key > a.school_key
where
    a.digital_active <> b.digital_active
    or a.within_coverage <> b.within_coverage
    or (a.digital_minutes is not null and b.digital_minutes is not null)
    or (a.digital_accesses is not null and b.digital_accesses is not null)
