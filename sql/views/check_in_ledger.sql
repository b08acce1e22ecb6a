-- The ledger: what staff said of their items, and which of it counts.
-- grain: one row a disposition      keys: disposition_id      owner: counselling
select
    cast(a.disposition_id as varchar) as disposition_id,
    cast(a.item_id as varchar) as item_id,
    cast(a.student_key as varchar) as student_key,
    cast(a.school_key as varchar) as school_key,
    cast(a.task as varchar) as task,
    cast(a.made_by as varchar) as made_by,
    cast(a.acted_at as timestamp) as acted_at,
    cast(a.acted_on as date) as acted_on,
    cast(a.by_key as varchar) as by_key,
    cast(a.kind as varchar) as kind,
    cast(a.note_code as varchar) as note_code,
    cast(a.next_step as varchar) as next_step,
    cast(a.owner as varchar) as owner,
    cast(a.due_on as date) as due_on,
    cast(a.is_contact as boolean) as is_contact,
    cast(a.counts as boolean) as counts,
    cast(a.why_not as varchar) as why_not

from check_in_act as a
