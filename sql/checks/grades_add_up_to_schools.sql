-- A school's students and days are the sums of its grades, the unknown grade included.
-- matters: a grade that is missing from a chart. mend: grades are never filtered.
select s.school_key, s.school_year, s.students, g.students as students_found
from school_engagement as s
inner join (
    select
        school_key,
        school_year,
        sum(students) as students,
        sum(enrolled_days) as enrolled_days,
        sum(in_person_days) as in_person_days,
        sum(digital_days) as digital_days
    from school_grade_engagement
    group by school_key, school_year
) as g on g.school_key = s.school_key and g.school_year = s.school_year
where
    s.students <> g.students
    or s.enrolled_days <> g.enrolled_days
    or coalesce(s.in_person_days, 0) <> coalesce(g.in_person_days, 0)
    or coalesce(s.digital_days, 0) <> coalesce(g.digital_days, 0)
