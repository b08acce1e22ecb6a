-- Schools by name alone: i-Ready gives no school id, so the lower-cased name stands in for one.
-- grain: one school name
with named as (
    select 'personalized_instruction' as source_table, school_name,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_personalized_instruction
    union all
    select 'lesson_activity_with_standards' as source_table, school_name,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_lesson_activity_with_standards
    union all
    select 'diagnostic_ela' as source_table, school_name,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_ela
    union all
    select 'diagnostic_math' as source_table, school_name,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_math
    union all
    select 'year_to_date_window' as source_table, school_name,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_year_to_date_window
),

latest as (
    select
        'name:' || lower(trim(school_name)) as source_school_id, trim(school_name) as school_name, source_table,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted,
        row_number() over (
            partition by lower(trim(school_name))
            order by as_of desc, source_table, batch_id, record_no, source_key
        ) as newest
    from named
    where school_name is not null and not is_deleted
)

select
    cast(source_school_id as varchar) as source_school_id,
    cast(school_name as varchar) as school_name,
    cast(null as varchar) as school_type,
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
from latest
where newest = 1
