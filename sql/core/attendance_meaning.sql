-- What a local attendance code or word means, one answer each, compared without regard to case.
-- An empty code stands for any code of that word, an empty word for any word with that code.
-- grain: one row a module, code and word      keys: module, local_code, local_status      owner: attendance      partition: all
with

listed as (

    select
        module,
        coalesce(lower(trim(local_code)), '') as local_code,
        coalesce(lower(trim(local_status)), '') as local_status,
        category,
        present_fraction

    from attendance_code

),

numbered as (

    select
        module,
        local_code,
        local_status,
        category,
        present_fraction,
        row_number() over (
            partition by module, local_code, local_status order by category, present_fraction
        ) as position

    from listed

)

select
    cast(module as varchar) as module,
    cast(local_code as varchar) as local_code,
    cast(local_status as varchar) as local_status,
    cast(category as varchar) as category,
    cast(present_fraction as double) as present_fraction,
    cast('all' as varchar) as part

from numbered

where position = 1
