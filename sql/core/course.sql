-- A course as a source names it.
-- grain: one row a source course      keys: course_key      owner: curriculum      partition: all
with

numbered as (

    select
        c.module || ':' || c.source_course_id as course_key,
        coalesce(a.school_key, lower(replace(trim(c.source_school_id), '-', ''))) as school_key,
        c.course_code,
        c.course_title,
        c.subject,
        c.module,
        row_number() over (
            partition by c.module, c.source_course_id
            order by c.as_of desc, c.source_table, c.source_key, c.batch_id, c.record_no
        ) as position

    from mapped_course as c
    left join school_alias as a on a.module = c.module and a.source_school_id = c.source_school_id

    where c.is_current and not c.is_deleted and c.source_course_id is not null

)

select
    cast(course_key as varchar) as course_key,
    cast(school_key as varchar) as school_key,
    cast(course_code as varchar) as course_code,
    cast(course_title as varchar) as course_title,
    cast(subject as varchar) as subject,
    cast(module as varchar) as module,
    cast('all' as varchar) as part

from numbered

where position = 1
