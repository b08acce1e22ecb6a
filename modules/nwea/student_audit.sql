-- Sensitive attributes, one a row; read only to check fairness.
-- grain: one student, attribute and version
with attributes as (
    select
        student_id, 'sex' as attribute, lower(sex) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_students_by_school
    union all
    select
        student_id, 'race' as attribute, ethnic_group as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_students_by_school
)

select
    cast('nwea_student' as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast(attribute as varchar) as attribute,
    cast(attribute_value as varchar) as attribute_value,
    cast('nwea' as varchar) as module,
    cast('students_by_school' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from attributes
where attribute_value is not null
