-- Days present are some of the days with attendance, and these some of the days enrolled.
-- matters: a rate above one. mend: rebuild student_month_fact.
select student_key, school_key, school_year, in_person_days, attendance_days, enrolled_days
from student_engagement_year
where
    in_person_days < 0
    or in_person_days > attendance_days
    or attendance_days > enrolled_days
    or early_in_person_days > early_attendance_days
    or early_attendance_days > attendance_days
