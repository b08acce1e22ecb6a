-- What was said of an item of a check-in list, and whether its note tells of a contact.
-- grain: one version of a disposition
with said as (
    select
        'said' as source_table, disposition_id, item_id, school_key, student_key, acted_at, acted_on, by_key, kind, next_step, owner, due_on, note_code,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from check_in_said
    union all
    select
        'said_in_table' as source_table, disposition_id, item_id, school_key, student_key, acted_at, acted_on, by_key, kind, next_step, owner, due_on, note_code,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from check_in_said_in_table
)

select
    cast(disposition_id as varchar) as disposition_id,
    cast(item_id as varchar) as item_id,
    cast('homeroom_student' as varchar) as id_system,
    cast(student_key as varchar) as student_id,
    cast(school_key as varchar) as source_school_id,
    cast(acted_at as timestamp) as acted_at,
    cast(acted_on as date) as acted_on,
    cast(by_key as varchar) as by_key,
    cast(lower(kind) as varchar) as kind,
    cast(
        coalesce(
            lower(note_code) in (
                'met_student', 'spoke_family', 'home_visit', 'meeting_held', 'message_answered', 'support_given'
            ), false
        ) as boolean
    ) as has_contact_code,
    cast(next_step as varchar) as next_step,
    cast(owner as varchar) as owner,
    cast(due_on as date) as due_on,
    cast(lower(note_code) as varchar) as note_code,
    cast('check_in' as varchar) as module,
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
from said
