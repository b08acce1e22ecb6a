-- Sensitive attributes that i-Ready repeats from the roster, one a row; read only to check fairness.
-- grain: one student, report row, attribute and version
with described as (
    select 'diagnostic_ela' as source_table, student_id, sex, hispanic_or_latino, race, english_learner, special_education, economic_disadvantage, migrant,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_ela
    union all
    select 'diagnostic_math' as source_table, student_id, sex, hispanic_or_latino, race, english_learner, special_education, economic_disadvantage, migrant,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_math
    union all
    select 'year_to_date_window' as source_table, student_id, sex, hispanic_or_latino, race, english_learner, special_education, economic_disadvantage, migrant,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_year_to_date_window
),

attributes as (
    select
        source_table, student_id, 'sex' as attribute, lower(sex) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from described
    union all
    select
        source_table, student_id, 'ethnicity' as attribute, case hispanic_or_latino when 'Y' then 'hispanic' when 'N' then 'not_hispanic' else hispanic_or_latino end as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from described
    union all
    select
        source_table, student_id, 'race' as attribute, race as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from described
    union all
    select
        source_table, student_id, 'english_learner' as attribute, english_learner as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from described
    union all
    select
        source_table, student_id, 'special_education' as attribute, special_education as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from described
    union all
    select
        source_table, student_id, 'economic_disadvantage' as attribute, economic_disadvantage as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from described
    union all
    select
        source_table, student_id, 'migrant' as attribute, migrant as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from described
)

select
    cast('iready_student' as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast(attribute as varchar) as attribute,
    cast(attribute_value as varchar) as attribute_value,
    cast('iready' as varchar) as module,
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
