-- Students that took a test or stand in the term's list, with the grade where the file gives it.
-- grain: one version of a row
with described as (
    select 'map_growth' as source_table, student_id, cast(null as varchar) as grade_level, cast(null as bigint) as birth_year,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_growth
    union all
    select 'students_by_school' as source_table, student_id, grade_level, birth_year,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_students_by_school
    union all
    select 'map_fluency' as source_table, student_id, grade_level, cast(null as bigint) as birth_year,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_fluency
)

select
    cast('nwea_student' as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast('student' as varchar) as role,
    cast(case
        when regexp_like(grade_level, '^[1-9]$') then lpad(grade_level, 2, '0')
        when lower(grade_level) in ('k', 'kindergarten', '0') then 'KG'
        else grade_level
    end as varchar) as grade_level,
    cast(birth_year as bigint) as birth_year,
    cast(null as bigint) as graduation_year,
    cast('nwea' as varchar) as module,
    cast(source_table as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from described
