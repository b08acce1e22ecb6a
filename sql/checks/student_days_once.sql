-- A student has one row a school and school day.
-- matters: a day counted twice raises every rate. mend: look for overlapping stints in enrollment.
select student_key, school_key, calendar_date, count(*) as found
from student_day_fact
group by student_key, school_key, calendar_date
having count(*) > 1
