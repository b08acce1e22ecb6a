-- Every school that a source lists or that a student, a mark or an activity points to.
-- grain: one row a school      keys: school_key      owner: data office      partition: all
with

ranks as (

    select module, authority_rank from module_rank

),

aliases as (

    select module, source_school_id, school_key from school_alias

),

listed as (

    select
        a.school_key,
        s.school_name,
        s.school_type,
        s.module,
        s.is_deleted,
        row_number() over (
            partition by a.school_key
            order by
                case when s.is_deleted then 1 else 0 end,
                case when s.school_name is null then 1 else 0 end,
                coalesce(r.authority_rank, 9),
                s.module,
                s.source_table,
                s.source_key,
                s.as_of desc,
                s.batch_id,
                s.record_no
        ) as position

    from mapped_school as s
    inner join aliases as a on a.module = s.module and a.source_school_id = s.source_school_id
    left join ranks as r on r.module = s.module

    where s.is_current

),

pointed_to as (

    select school_key from aliases
    union all
    select school_key from enrollment
    union all
    select school_key from attendance_student_month
    union all
    select school_key from digital_student_month

),

schools as (

    select school_key from pointed_to where school_key is not null group by school_key

)

select
    cast(s.school_key as varchar) as school_key,
    cast(coalesce(l.school_name, s.school_key) as varchar) as school_name,
    cast(l.school_type as varchar) as school_type,
    cast(l.module as varchar) as listed_by,
    cast(coalesce(l.is_deleted, false) as boolean) as is_closed,
    cast('all' as varchar) as part

from schools as s
left join listed as l on l.school_key = s.school_key and l.position = 1
