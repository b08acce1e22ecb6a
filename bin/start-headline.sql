select
    school_name as school,
    students,
    round(100 * in_person_rate, 1) as in_person_percent,
    round(100 * chronic_absence_rate, 1) as chronically_absent_percent,
    round(100 * digital_rate, 1) as digital_percent,
    round(digital_minutes / nullif(students, 0)) as digital_minutes_a_student
from school_engagement
where school_year = (select max(school_year) from school_engagement)
order by school_name
