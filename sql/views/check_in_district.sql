-- What the lists of all schools come to: open check-ins, need beyond the teams, high absence that nobody has met.
-- grain: one row a district      keys: part      owner: counselling
-- A student with two schools stands on the list of one, and is counted where the need stands.
select
    cast('all' as varchar) as part,
    cast(sum(c.open_items) as integer) as open_items,
    cast(sum(c.beyond_capacity) as integer) as beyond_capacity,
    cast(sum(c.escalated_items) as integer) as escalated_items,
    cast(sum(c.high_absence) as integer) as high_absence,
    cast(sum(c.no_contact) as integer) as no_contact

from check_in_school as c

having count(*) > 0
