-- The district's days and accesses are the sums of its schools'; its students are each counted once.
-- matters: a student with two schools counted twice. mend: student_district_engagement sums days before it judges.
select d.school_year, d.enrolled_days, s.enrolled_days as enrolled_days_found, d.students, s.students as students_at_most
from district_engagement as d
inner join (
    select
        school_year,
        sum(students) as students,
        sum(enrolled_days) as enrolled_days,
        sum(covered_days) as covered_days,
        sum(digital_accesses) as digital_accesses
    from school_engagement
    group by school_year
) as s on s.school_year = d.school_year
where
    d.students > s.students
    or d.enrolled_days <> s.enrolled_days
    or d.covered_days <> s.covered_days
    or coalesce(d.digital_accesses, 0) <> coalesce(s.digital_accesses, 0)
