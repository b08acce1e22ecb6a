-- Every id that a source has used for a person: whose it is, and since when it was seen; unmatched ids are listed, never dropped.
-- grain: one row a module, id system and id      keys: module, id_system, id      owner: identity      partition: all
with

seen as (

    select module, id_system, id, first_seen from identity_seen

),

-- An id counts as staff only where no source calls its owner a student.
roles as (

    select
        id_system,
        student_id,
        bool_or(role = 'student') as is_student,
        bool_or(role in ('staff', 'other')) as is_other

    from student_version

    where is_current and role is not null

    group by id_system, student_id

)

select
    cast(s.module as varchar) as module,
    cast(s.id_system as varchar) as id_system,
    cast(s.id as varchar) as id,
    cast(m.student_key as varchar) as student_key,
    cast(coalesce(r.is_other and not r.is_student and m.student_key is null, false) as boolean) as is_staff,
    cast(s.first_seen as date) as first_seen,
    cast('all' as varchar) as part

from seen as s
left join identity_map as m on m.id_system = s.id_system and m.id = s.id
left join roles as r on r.id_system = s.id_system and r.student_id = s.id
