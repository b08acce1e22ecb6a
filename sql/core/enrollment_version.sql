-- Every version of every stint that a roster has sent, with when the district could know it.
-- grain: one row a source record and version      keys: module, source_table, source_key, as_of, batch_id, record_no      owner: enrollment office      partition: all
with

settings as (

    select first_month from policy

),

stints as (

    select
        m.student_key,
        coalesce(a.school_key, lower(replace(trim(e.source_school_id), '-', ''))) as school_key,
        coalesce(g.grade, e.grade_level) as grade_level,
        e.school_year,
        e.begin_date,
        e.end_date,
        e.is_primary,
        e.entry_reason,
        e.exit_reason,
        e.enrollment_basis,
        coalesce(e.begin_date, cast(e.as_of as date)) as dated,
        s.first_month,
        e.id_system,
        e.student_id,
        e.module,
        e.source_table,
        e.source_key,
        e.batch_id,
        e.record_no,
        e.as_of,
        e.change_no,
        e.known_from,
        e.known_basis,
        e.is_current,
        e.is_deleted

    from mapped_enrollment as e
    cross join settings as s
    left join identity_map as m on m.id_system = e.id_system and m.id = e.student_id
    left join grade_code as g on g.spelling = regexp_replace(lower(e.grade_level), '[^a-z0-9-]', '')
    left join school_alias as a on a.module = e.module and a.source_school_id = e.source_school_id

)

select
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(grade_level as varchar) as grade_level,
    cast(
        coalesce(
            school_year, year(dated) + case when first_month > 1 and month(dated) >= first_month then 1 else 0 end
        ) as integer
    ) as school_year,
    cast(begin_date as date) as begin_date,
    cast(end_date as date) as end_date,
    cast(is_primary as boolean) as is_primary,
    cast(entry_reason as varchar) as entry_reason,
    cast(exit_reason as varchar) as exit_reason,
    cast(enrollment_basis as varchar) as enrollment_basis,
    cast(school_year is not null as boolean) as has_school_year,

    -- where it comes from
    cast(id_system as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast(module as varchar) as module,
    cast(source_table as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted,
    cast('all' as varchar) as part

from stints
