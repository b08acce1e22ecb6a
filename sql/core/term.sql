-- A span of the school year as a source names it; a null school is a term of every school.
-- grain: one row a source term      keys: term_key      owner: calendar      partition: all
with

numbered as (

    select
        t.module || ':' || t.source_term_id as term_key,
        coalesce(a.school_key, lower(replace(trim(t.source_school_id), '-', ''))) as school_key,
        t.term_name,
        t.term_type,
        t.school_year,
        t.begin_date,
        t.end_date,
        t.module,
        row_number() over (
            partition by t.module, t.source_term_id
            order by t.as_of desc, t.source_table, t.source_key, t.batch_id, t.record_no
        ) as position

    from mapped_term as t
    left join school_alias as a on a.module = t.module and a.source_school_id = t.source_school_id

    where t.is_current and not t.is_deleted and t.source_term_id is not null

)

select
    cast(term_key as varchar) as term_key,
    cast(school_key as varchar) as school_key,
    cast(term_name as varchar) as term_name,
    cast(term_type as varchar) as term_type,
    cast(school_year as integer) as school_year,
    cast(begin_date as date) as begin_date,
    cast(end_date as date) as end_date,
    cast(module as varchar) as module,
    cast('all' as varchar) as part

from numbered

where position = 1
