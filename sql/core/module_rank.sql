-- How much each source's word counts, and whether it records every student's attendance or absences only.
-- grain: one row a module      keys: module      owner: data office      partition: all
with

authorities as (

    select module, authority, recording from module_authority

),

settings as (

    select attendance_recording from policy

)

select
    cast(a.module as varchar) as module,
    cast(a.authority as varchar) as authority,
    cast(
        case a.authority
            when 'sis' then 1
            when 'roster' then 2
            when 'usage' then 3
            when 'assessment' then 4
            else 5
        end as integer
    ) as authority_rank,
    cast(coalesce(a.recording, s.attendance_recording) as varchar) as recording,
    cast('all' as varchar) as part

from authorities as a
cross join settings as s
