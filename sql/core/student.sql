-- Every student whom any source knows, with what the most trusted source says of him; one without a record stays in.
-- grain: one row a student      keys: student_key      owner: data office      partition: all
with

known as (

    select student_key from identity_map group by student_key

),

ranks as (

    select module, authority_rank from module_rank

),

records as (

    select
        v.student_key,
        v.grade_level,
        v.birth_year,
        v.graduation_year,
        row_number() over (
            partition by v.student_key
            order by
                case when v.grade_level is null then 1 else 0 end,
                coalesce(r.authority_rank, 9), v.as_of desc, v.module, v.source_table, v.source_key, v.batch_id, v.record_no
        ) as grade_position,
        row_number() over (
            partition by v.student_key
            order by
                case when v.birth_year is null then 1 else 0 end,
                coalesce(r.authority_rank, 9), v.as_of desc, v.module, v.source_table, v.source_key, v.batch_id, v.record_no
        ) as birth_position,
        row_number() over (
            partition by v.student_key
            order by
                case when v.graduation_year is null then 1 else 0 end,
                coalesce(r.authority_rank, 9), v.as_of desc, v.module, v.source_table, v.source_key, v.batch_id, v.record_no
        ) as graduation_position

    from student_version as v
    left join ranks as r on r.module = v.module

    where v.is_current and not v.is_deleted and v.student_key is not null

),

described as (

    select
        student_key,
        max(case when grade_position = 1 then grade_level end) as grade_level,
        max(case when birth_position = 1 then birth_year end) as birth_year,
        max(case when graduation_position = 1 then graduation_year end) as graduation_year

    from records

    group by student_key

)

select
    cast(k.student_key as varchar) as student_key,
    cast(d.grade_level as varchar) as grade_level,
    cast(d.birth_year as bigint) as birth_year,
    cast(d.graduation_year as bigint) as graduation_year,
    cast(d.student_key is not null as boolean) as has_record,
    cast('all' as varchar) as part

from known as k
left join described as d on d.student_key = k.student_key
