-- For leaders: what each school's team has on its list, what is beyond its places, and who was met by nobody. Counts only.
-- grain: one row a school      keys: school_key      owner: counselling
with

items as (

    select
        school_key,
        count_if(state = 'open' and not bypasses_budget) as open_items,
        count_if(state = 'open' and bypasses_budget) as open_safety_items,
        count_if(state = 'escalated') as escalated_items,
        count_if(state = 'handled') as handled_items,
        count_if(closed_on is not null) as closed_items,
        sum(case when state = 'open' then minutes end) as open_minutes

    from check_in_record

    group by school_key

)

select
    cast(n.school_key as varchar) as school_key,
    cast(s.school_name as varchar) as school_name,
    cast(n.made_on as date) as made_on,
    cast(n.capacity as integer) as capacity,
    cast(coalesce(i.open_items, 0) as integer) as open_items,
    cast(coalesce(i.open_safety_items, 0) as integer) as open_safety_items,
    cast(coalesce(i.open_minutes, 0) as integer) as open_minutes,
    cast(coalesce(i.escalated_items, 0) as integer) as escalated_items,
    cast(coalesce(i.handled_items, 0) as integer) as handled_items,
    cast(coalesce(i.closed_items, 0) as integer) as closed_items,

    -- the need, met or not
    cast(n.need as integer) as need,
    cast(n.beyond_capacity as integer) as beyond_capacity,
    cast(n.resting as integer) as resting,
    cast(n.settled as integer) as settled,
    cast(n.high_absence as integer) as high_absence,
    cast(n.no_contact as integer) as no_contact,
    cast(n.no_contact_since as date) as no_contact_since,
    cast(n.ledger_since as date) as ledger_since

from check_in_need as n
left join items as i on i.school_key = n.school_key
left join school as s on s.school_key = n.school_key
