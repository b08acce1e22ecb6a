-- The groups that a case belongs to, for audits of fairness only: never an input, never a reason.
-- grain: one row a student and prediction day      keys: student_key, as_of      owner: models
with

-- A student whose sources disagree has no group here, rather than a guessed one.
attributes as (

    select student_key, attribute, max(attribute_value) as attribute_value

    from student_audit

    where student_key is not null and attribute_value is not null

    group by student_key, attribute

    having max(attribute_value) = min(attribute_value)

)

select
    cast(c.student_key as varchar) as student_key,
    cast(c.as_of as date) as as_of,
    cast(max(case when a.attribute = 'sex' then a.attribute_value end) as varchar) as sex,
    cast(max(case when a.attribute = 'race' then a.attribute_value end) as varchar) as race,
    cast(
        max(case when a.attribute = 'economic_disadvantage' then a.attribute_value end) as varchar
    ) as economic_disadvantage,
    cast(max(case when a.attribute = 'special_education' then a.attribute_value end) as varchar) as special_education,
    cast(max(case when a.attribute = 'english_learner' then a.attribute_value end) as varchar) as english_learner

from student_case as c
left join attributes as a on a.student_key = c.student_key

group by c.student_key, c.as_of
