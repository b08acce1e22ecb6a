-- Every enrolled student has a row for the year, also one without a mark, an event or an account.
-- matters: those who vanish are the ones to look for. mend: no inner join on the way to student_engagement.
select e.student_key, e.school_key, e.school_year
from enrollment as e
left join student_engagement as v
    on v.student_key = e.student_key and v.school_key = e.school_key and v.school_year = e.school_year
where v.student_key is null
