-- What staff said of the items of their check-in lists, each word once, however often it was sent.
-- grain: one row a disposition      keys: disposition_id      owner: counselling      partition: all
with

said as (

    select
        d.disposition_id,
        d.item_id,
        case when d.id_system = 'homeroom_student' then d.student_id else m.student_key end as student_key,
        coalesce(a.school_key, lower(replace(trim(d.source_school_id), '-', ''))) as school_key,
        d.acted_at,
        d.acted_on,
        d.by_key,
        d.kind,
        d.has_contact_code,
        d.next_step,
        d.owner,
        d.due_on,
        d.note_code,
        d.module,
        d.source_table,
        d.source_key,
        d.known_from,
        row_number() over (
            partition by d.disposition_id
            order by d.as_of, d.batch_id, d.module, d.source_table, d.record_no, d.source_key
        ) as position

    from mapped_check_in_disposition as d
    left join identity_map as m on m.id_system = d.id_system and m.id = d.student_id
    left join school_alias as a on a.module = d.module and a.source_school_id = d.source_school_id

    where d.is_current and not d.is_deleted

)

select
    cast(disposition_id as varchar) as disposition_id,
    cast(item_id as varchar) as item_id,
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(acted_at as timestamp) as acted_at,
    cast(acted_on as date) as acted_on,
    cast(by_key as varchar) as by_key,
    cast(kind as varchar) as kind,
    cast(note_code as varchar) as note_code,
    cast(has_contact_code as boolean) as has_contact_code,
    cast(next_step as varchar) as next_step,
    cast(owner as varchar) as owner,
    cast(due_on as date) as due_on,
    cast(module as varchar) as module,
    cast(source_table as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(known_from as date) as known_from,
    cast('all' as varchar) as part

from said

where position = 1
