-- A support given to a student.
-- grain: one row a source record; end_date is the first day out      keys: module, source_table, source_key      owner: student services      partition: all
select
    -- a source of our own names the student by the district's key
    cast(case when e.id_system = 'homeroom_student' then e.student_id else m.student_key end as varchar) as student_key,
    cast(e.intervention as varchar) as intervention,
    cast(e.begin_date as date) as begin_date,
    cast(e.end_date as date) as end_date,
    cast(e.module as varchar) as module,
    cast(e.source_table as varchar) as source_table,
    cast(e.source_key as varchar) as source_key,
    cast(e.known_from as date) as known_from,
    cast('all' as varchar) as part

from mapped_intervention as e
left join identity_map as m on m.id_system = e.id_system and m.id = e.student_id

where e.is_current and not e.is_deleted
