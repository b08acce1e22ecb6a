-- A school's students, days and minutes are the sums of its students'.
-- matters: two reports with two numbers. mend: both views read student_engagement.
select
    s.school_key,
    s.school_year,
    s.students,
    n.students as students_found,
    s.enrolled_days,
    n.enrolled_days as enrolled_days_found
from school_engagement as s
inner join (
    select
        school_key,
        school_year,
        count(*) as students,
        sum(enrolled_days) as enrolled_days,
        sum(in_person_days) as in_person_days,
        sum(digital_accesses) as digital_accesses
    from student_engagement
    group by school_key, school_year
) as n on n.school_key = s.school_key and n.school_year = s.school_year
where
    s.students <> n.students
    or s.enrolled_days <> n.enrolled_days
    or coalesce(s.in_person_days, 0) <> coalesce(n.in_person_days, 0)
    or coalesce(s.digital_accesses, 0) <> coalesce(n.digital_accesses, 0)
