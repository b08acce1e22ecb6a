-- What was known on the prediction day of the student's tests: the last result beside those of the same grade, and the change since the one before.
-- grain: one row a student and prediction day      keys: student_key, as_of      owner: models
with

known as (

    select
        c.student_key,
        c.as_of,
        c.grade_level,
        a.assessment,
        a.subject,
        a.result_name,
        a.score,
        a.known_from,
        row_number() over (
            partition by c.student_key, c.as_of, a.assessment, a.subject, a.result_name
            order by a.administered_on desc, a.as_of desc, a.record_no desc
        ) as newest_first_rank

    from student_case as c
    inner join assessment_result as a
        on a.student_key = c.student_key and a.known_from <= c.as_of and a.administered_on <= c.as_of

    where a.is_current and not a.is_deleted and a.score is not null

),

results as (

    select
        student_key,
        as_of,
        grade_level,
        assessment,
        subject,
        result_name,
        max(case when newest_first_rank = 1 then score end) as score,
        max(case when newest_first_rank = 2 then score end) as score_before,
        max(known_from) as known_from

    from known

    group by student_key, as_of, grade_level, assessment, subject, result_name

),

peers as (

    select
        as_of, grade_level, assessment, subject, result_name,
        avg(score) as mean_score,
        stddev_samp(score) as deviation

    from results

    group by as_of, grade_level, assessment, subject, result_name

)

select
    cast(r.student_key as varchar) as student_key,
    cast(r.as_of as date) as as_of,
    cast(avg((r.score - p.mean_score) / nullif(p.deviation, 0e0)) as double) as test_standing,
    cast(avg((r.score - r.score_before) / nullif(p.deviation, 0e0)) as double) as test_change,
    cast(max(r.known_from) as date) as known_from

from results as r
inner join peers as p
    on p.as_of = r.as_of
    and p.grade_level = r.grade_level
    and p.assessment = r.assessment
    and p.subject = r.subject
    and p.result_name = r.result_name

group by r.student_key, r.as_of
