select
    c.student_key,
    s.school_name as school,
    c.tasks,
    c.reasons,
    c.strength
from (
    select
        r.student_key,
        min(r.school_key) as school_key,
        sum(r.probability) as concern,
        string_agg(r.task || ' ' || r.out_of_20 || ' of 20', ', ' order by r.task) as tasks,
        min(w.reasons) as reasons,
        min(w.strength) as strength
    from student_risk as r
    left join (
        select
            student_key,
            string_agg(distinct words, '; ') filter (kind = 'reason') as reasons,
            min(words) filter (kind = 'strength') as strength
        from student_risk_reason
        where place = 1
        group by student_key
    ) as w on w.student_key = r.student_key
    where r.basis = 'model'
    group by r.student_key
) as c
left join school as s on s.school_key = c.school_key
order by c.concern desc, c.student_key
limit 10
