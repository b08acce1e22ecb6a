-- A class that meets.
-- grain: one row a source section      keys: section_key      owner: curriculum      partition: all
with

numbered as (

    select
        s.module || ':' || s.source_section_id as section_key,
        s.module || ':' || s.source_course_id as course_key,
        s.module || ':' || s.source_term_id as term_key,
        coalesce(a.school_key, lower(replace(trim(s.source_school_id), '-', ''))) as school_key,
        s.section_name,
        s.module,
        row_number() over (
            partition by s.module, s.source_section_id
            order by s.as_of desc, s.source_table, s.source_key, s.batch_id, s.record_no
        ) as position

    from mapped_section as s
    left join school_alias as a on a.module = s.module and a.source_school_id = s.source_school_id

    where s.is_current and not s.is_deleted and s.source_section_id is not null

)

select
    cast(section_key as varchar) as section_key,
    cast(course_key as varchar) as course_key,
    cast(term_key as varchar) as term_key,
    cast(school_key as varchar) as school_key,
    cast(section_name as varchar) as section_name,
    cast(module as varchar) as module,
    cast('all' as varchar) as part

from numbered

where position = 1
