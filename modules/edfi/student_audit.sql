-- Sensitive attributes, one a row; read only to check fairness.
-- grain: one student, attribute, value and version
with attributes as (
    select
        'student_education_organization_associations' as source_table, student_id, 'sex' as attribute, lower(cast(nullif(split_part(sex_descriptor, '#', 2), '') as varchar)) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_education_organization_associations
    union all
    select
        'students' as source_table, student_id, 'sex' as attribute, lower(cast(nullif(split_part(birth_sex_descriptor, '#', 2), '') as varchar)) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_students
    union all
    select
        'student_education_organization_associations' as source_table, student_id, 'ethnicity' as attribute, case when is_hispanic then 'hispanic' when not is_hispanic then 'not_hispanic' end as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_education_organization_associations
    union all
    select
        'student_education_organization_associations' as source_table, student_id, 'race' as attribute, cast(nullif(split_part(race_descriptor_1, '#', 2), '') as varchar) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_education_organization_associations
    union all
    select
        'student_education_organization_associations' as source_table, student_id, 'race' as attribute, cast(nullif(split_part(race_descriptor_2, '#', 2), '') as varchar) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_education_organization_associations
    union all
    select
        'student_education_organization_associations' as source_table, student_id, 'race' as attribute, cast(nullif(split_part(race_descriptor_3, '#', 2), '') as varchar) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_education_organization_associations
    union all
    select
        'student_education_organization_associations' as source_table, student_id, 'english_learner' as attribute, cast(nullif(split_part(english_proficiency_descriptor, '#', 2), '') as varchar) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_education_organization_associations
)

select
    cast('edfi_student' as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast(attribute as varchar) as attribute,
    cast(attribute_value as varchar) as attribute_value,
    cast('edfi' as varchar) as module,
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
from attributes
where attribute_value is not null
