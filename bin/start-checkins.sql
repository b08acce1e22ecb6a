-- Ten students for whom something can still change, by chance, taken from the tasks in turn: a student once. Reasons are made for
-- the longest list of a task, and nobody is named without one.
with past_the_line as (
    -- also those of whom a code that nobody has explained withholds the rate: what is known to be missed is enough
    select e.student_key
    from student_engagement_year as e
    cross join policy as p
    where e.school_year = (select max(school_year) from student_engagement_year)
    group by e.student_key
    having sum(e.attendance_days - e.in_person_days - e.unmapped_codes) >= max(p.chronic_absence_share) * sum(e.attendance_days)
),

open_cases as (
    select r.*
    from student_risk as r
    left join past_the_line as p on p.student_key = r.student_key and r.task = 'chronic_absence'
    where r.basis = 'model' and p.student_key is null
),

placed as (
    select *, row_number() over (partition by task order by probability desc, student_key) as place
    from open_cases
),

-- for each student the task in which the turn comes first
once as (
    select *
    from placed
    qualify row_number() over (partition by student_key order by place, probability desc, task) = 1
),

why as (
    select
        task,
        student_key,
        string_agg(words, '; ' order by place) filter (kind = 'reason' and place <= 2) as reasons
    from student_risk_reason
    group by task, student_key
),

strengths as (
    select student_key, min(words) as strength
    from student_risk_reason
    where kind = 'strength'
    group by student_key
)

select
    o.student_key,
    s.school_name as school,
    o.task || ': ' || o.out_of_20 || ' of 20' as "chance (like these)",
    strftime(o.expires_on, '%Y-%m-%d') as until,
    w.reasons,
    coalesce(t.strength, '-') as strength
from once as o
left join school as s on s.school_key = o.school_key
inner join why as w on w.task = o.task and w.student_key = o.student_key
left join strengths as t on t.student_key = o.student_key
order by o.place, o.probability desc, o.student_key
limit 10
