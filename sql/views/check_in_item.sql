-- The check-in lists: every item with its reasons, its strength, its next step, what was tried, and its end.
-- grain: one row an item      keys: item_id      owner: counselling
with

acts as (

    select
        item_id,
        count(*) as acts,
        count_if(is_contact) as contacts,
        max(acted_on) as last_act_on

    from check_in_act

    where counts and item_id is not null

    group by item_id

)

select
    cast(i.item_id as varchar) as item_id,
    cast(i.student_key as varchar) as student_key,
    cast(i.school_key as varchar) as school_key,
    cast(s.school_name as varchar) as school_name,
    cast(i.made_on as date) as made_on,
    cast(i.lapses_on as date) as lapses_on,
    cast(i.task as varchar) as task,
    cast(i.source as varchar) as source,
    cast(i.made_by as varchar) as made_by,
    cast(i.bypasses_budget as boolean) as bypasses_budget,
    cast(i.place as integer) as place,
    cast(i.out_of_20 as integer) as out_of_20,
    cast(i.as_of as date) as as_of,
    cast(i.reason_1 as varchar) as reason_1,
    cast(i.reason_2 as varchar) as reason_2,
    cast(i.reason_3 as varchar) as reason_3,
    cast(i.strength as varchar) as strength,
    cast(i.next_step as varchar) as next_step,
    cast(i.who as varchar) as who,
    cast(i.minutes as integer) as minutes,

    -- what was tried, and where it stands
    cast(coalesce(a.acts, 0) as integer) as acts,
    cast(coalesce(a.contacts, 0) as integer) as contacts,
    cast(a.last_act_on as date) as last_act_on,
    cast(i.state as varchar) as state,
    cast(i.state_on as date) as state_on,
    cast(i.owner as varchar) as owner,
    cast(i.due_on as date) as due_on,
    cast(i.closed_on as date) as closed_on,
    cast(i.verdict as varchar) as verdict

from check_in_record as i
left join acts as a on a.item_id = i.item_id
left join school as s on s.school_key = i.school_key
