-- Whether a student's overall test results rose within a school year, subject by subject of tests sat twice or more.
-- grain: one row a student and school year      keys: student_key, school_year      owner: assessment
with

results as (

    select
        a.student_key,
        y.school_year,
        a.assessment,
        a.subject,
        a.result_name,
        a.score,
        a.standard_error,
        a.administered_on,
        row_number() over (
            partition by a.student_key, y.school_year, a.assessment, a.subject, a.result_name
            order by a.administered_on, a.as_of, a.module, a.source_key, a.record_no
        ) as oldest_first_rank,
        row_number() over (
            partition by a.student_key, y.school_year, a.assessment, a.subject, a.result_name
            order by a.administered_on desc, a.as_of desc, a.module desc, a.source_key desc, a.record_no desc
        ) as newest_first_rank

    from assessment_result as a
    inner join school_year_span as y on a.administered_on >= y.year_begin and a.administered_on < y.year_end

    where a.is_current and not a.is_deleted and a.score is not null and a.student_key is not null
        and (a.result_name = 'Overall scale score' or a.result_name = 'RIT score')

),

changes as (

    select
        student_key,
        school_year,
        assessment,
        subject,
        result_name,
        max(case when newest_first_rank = 1 then score end)
        - max(case when oldest_first_rank = 1 then score end) as change,
        coalesce(max(standard_error), 0e0) as standard_error

    from results

    group by student_key, school_year, assessment, subject, result_name

    having min(administered_on) < max(administered_on)

)

select
    cast(student_key as varchar) as student_key,
    cast(school_year as integer) as school_year,
    cast(count(*) as integer) as subjects_repeated,
    cast(count_if(change > standard_error) as integer) as subjects_risen,
    cast(count_if(change > standard_error) = count(*) as boolean) as has_grown

from changes

group by student_key, school_year
