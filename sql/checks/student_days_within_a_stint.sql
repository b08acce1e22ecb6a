-- Every student day lies inside a stint of the student at the school.
-- matters: days before arrival or after leaving are nobody's absence. mend: rebuild student_day_fact.
select f.student_key, f.school_key, f.calendar_date
from student_day_fact as f
left join enrollment as e
    on e.student_key = f.student_key
    and e.school_key = f.school_key
    and f.calendar_date >= e.begin_date
    and f.calendar_date < e.end_date
where e.student_key is null
