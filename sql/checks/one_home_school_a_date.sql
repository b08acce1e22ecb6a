-- A student has one home school at most on a date.
-- matters: minutes would count at two schools. mend: enrollment ranks the schools of each piece.
select a.student_key, a.begin_date, a.school_key, b.school_key as other_school_key
from enrollment as a
inner join enrollment as b
    on b.student_key = a.student_key
    and b.school_key <> a.school_key
    and b.begin_date >= a.begin_date
    and b.begin_date < a.end_date
where a.is_home and b.is_home
