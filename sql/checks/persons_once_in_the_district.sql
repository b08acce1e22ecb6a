-- A person is one student of the district in a school year, however many schools have him, and one student at each of them.
-- matters: a shared student counted as two. mend: the district view groups by student before it counts.
select d.school_year, d.students, p.persons, s.students as students_of_schools, p.places
from district_engagement as d
inner join (
    select school_year, count(distinct student_key) as persons, count(distinct student_key || '|' || school_key) as places
    from student_engagement
    group by school_year
) as p on p.school_year = d.school_year
inner join (
    select school_year, sum(students) as students from school_engagement group by school_year
) as s on s.school_year = d.school_year
where d.students <> p.persons or s.students <> p.places
