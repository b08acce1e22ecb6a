-- A student's stint in a class; an open beginning or end takes the term's, where the class has one.
-- grain: one row a section, student and beginning; end_date is the first day out      keys: section_key, student_key, begin_date      owner: curriculum      partition: all
with

terms as (

    select term_key, begin_date, end_date from term

),

sections as (

    select s.section_key, t.begin_date, t.end_date

    from section as s
    left join terms as t on t.term_key = s.term_key

),

stints as (

    select
        e.module || ':' || e.source_section_id as section_key,
        m.student_key,
        coalesce(e.begin_date, s.begin_date) as begin_date,
        coalesce(e.end_date, s.end_date) as end_date,
        e.module,
        e.source_table,
        e.source_key,
        e.as_of,
        e.batch_id,
        e.record_no

    from mapped_section_enrollment as e
    inner join identity_map as m on m.id_system = e.id_system and m.id = e.student_id
    left join sections as s on s.section_key = e.module || ':' || e.source_section_id

    where e.is_current and not e.is_deleted and e.source_section_id is not null

),

numbered as (

    select
        section_key,
        student_key,
        begin_date,
        end_date,
        module,
        row_number() over (
            partition by section_key, student_key, begin_date
            order by
                case when end_date is null then 0 else 1 end,
                end_date desc, as_of desc, source_table, source_key, batch_id, record_no
        ) as position

    from stints

)

select
    cast(section_key as varchar) as section_key,
    cast(student_key as varchar) as student_key,
    cast(begin_date as date) as begin_date,
    cast(end_date as date) as end_date,
    cast(module as varchar) as module,
    cast('all' as varchar) as part

from numbered

where position = 1
