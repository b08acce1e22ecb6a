-- Schools by their state id, or by name where the file gives none.
-- grain: one school
with named as (
    select 'map_growth' as source_table, school_name, school_state_id,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_growth
    union all
    select 'students_by_school' as source_table, school_name, school_state_id,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_students_by_school
    union all
    select 'map_fluency' as source_table, school_name, cast(null as varchar) as school_state_id,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_fluency
),

latest as (
    select
        source_table, coalesce(school_state_id, 'name:' || lower(trim(school_name))) as source_school_id, trim(school_name) as school_name,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted,
        row_number() over (
            partition by coalesce(school_state_id, 'name:' || lower(trim(school_name)))
            order by as_of desc, source_table, batch_id, record_no, source_key
        ) as newest
    from named
    where not is_deleted
)

select
    cast(source_school_id as varchar) as source_school_id,
    cast(school_name as varchar) as school_name,
    cast(null as varchar) as school_type,
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
from latest
where newest = 1 and source_school_id is not null
