-- Every student with an in-person rate is in one band, and nobody else is.
-- matters: a chart that loses students. mend: bands are cut in student_engagement alone.
select school_key, school_year, students_with_attendance, good_students, manageable_students, low_students, severe_students
from school_engagement
where
    good_students + manageable_students + low_students + severe_students <> students_with_attendance
    or chronically_absent_students > students_judged
    or students_judged > students_with_attendance
