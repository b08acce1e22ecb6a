-- Sensitive attributes, one a row; read only to check fairness.
-- grain: one person, attribute, value and version
with attributes as (
    select
        user_id, 'sex' as attribute, cast(lower(sex) as varchar) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from oneroster_demographics
    union all
    select
        user_id, 'ethnicity' as attribute, cast(case when is_hispanic then 'hispanic' when not is_hispanic then 'not_hispanic' end as varchar) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from oneroster_demographics
    union all
    select
        user_id, 'race' as attribute, cast(case when is_american_indian then 'american_indian_or_alaska_native' end as varchar) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from oneroster_demographics
    union all
    select
        user_id, 'race' as attribute, cast(case when is_asian then 'asian' end as varchar) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from oneroster_demographics
    union all
    select
        user_id, 'race' as attribute, cast(case when is_black then 'black_or_african_american' end as varchar) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from oneroster_demographics
    union all
    select
        user_id, 'race' as attribute, cast(case when is_pacific_islander then 'native_hawaiian_or_other_pacific_islander' end as varchar) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from oneroster_demographics
    union all
    select
        user_id, 'race' as attribute, cast(case when is_white then 'white' end as varchar) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from oneroster_demographics
    union all
    select
        user_id, 'race' as attribute, cast(case when is_several_races then 'two_or_more_races' end as varchar) as attribute_value,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from oneroster_demographics
)

select
    cast('oneroster_user' as varchar) as id_system,
    cast(user_id as varchar) as student_id,
    cast(attribute as varchar) as attribute,
    cast(attribute_value as varchar) as attribute_value,
    cast('oneroster' as varchar) as module,
    cast('demographics' as varchar) as source_table,
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
