-- How many students of each audited group meet each measure at a school: only for audits and for the strips of spread.
-- grain: one row a school, attribute, group, school year and metric      keys: school_key, attribute, attribute_value, school_year, metric      owner: audit
-- Reads the sensitive attributes, which are granted apart; a student is of the group that the first source names.
with

told as (

    select
        student_key,
        attribute,
        attribute_value,
        row_number() over (
            partition by student_key, attribute order by module, source_table, source_key, attribute_value
        ) as place

    from student_audit

    where student_key is not null and attribute_value is not null

),

groups as (

    select student_key, attribute, attribute_value from told where place = 1

)

select
    cast(m.school_key as varchar) as school_key,
    cast(g.attribute as varchar) as attribute,
    cast(g.attribute_value as varchar) as attribute_value,
    cast(m.school_year as integer) as school_year,
    cast(m.metric as varchar) as metric,
    cast(count(*) as integer) as students,
    cast(count(m.meets) as integer) as judged,
    cast(count_if(m.meets) as integer) as meeting

from student_measure as m
inner join groups as g on g.student_key = m.student_key

where m.level = 'school'

group by m.school_key, g.attribute, g.attribute_value, m.school_year, m.metric
