-- Stints of a student at a school do not overlap, and each has at least one day.
-- matters: a day would count twice. mend: enrollment merges stints; look at roster_stint for the student.
select a.student_key, a.school_key, a.begin_date, a.end_date
from enrollment as a
left join enrollment as b
    on b.student_key = a.student_key
    and b.school_key = a.school_key
    and b.begin_date > a.begin_date
    and b.begin_date < a.end_date
where b.student_key is not null or a.end_date <= a.begin_date
