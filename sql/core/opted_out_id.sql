-- Every id of a student whose digital activity must not be analysed, also ids that the opt-out list does not name.
-- Who opted out as a whole (scope all) has no enrollment either, and so stands in no measure and no view of students.
-- grain: one row an id      keys: id_system, id      owner: privacy      partition: all
with

listed as (

    select
        id_system,
        id,
        bool_or(scope is null or lower(trim(scope)) in ('', 'all')) as is_whole

    from opt_out

    where scope is null or lower(trim(scope)) in ('', 'all', 'digital', 'digital_activity')

    group by id_system, id

),

students as (

    select m.student_key, bool_or(l.is_whole) as is_whole

    from listed as l
    inner join identity_map as m on m.id_system = l.id_system and m.id = l.id

    group by m.student_key

),

ids as (

    select id_system, id, cast(null as varchar) as student_key, is_whole from listed
    union all
    select m.id_system, m.id, m.student_key, s.is_whole
    from identity_map as m
    inner join students as s on s.student_key = m.student_key

)

select
    cast(id_system as varchar) as id_system,
    cast(id as varchar) as id,
    cast(max(student_key) as varchar) as student_key,
    cast(bool_or(is_whole) as boolean) as is_whole,
    cast('all' as varchar) as part

from ids

group by id_system, id
