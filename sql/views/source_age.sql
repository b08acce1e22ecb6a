-- Up to which day each source tells of school life, by what it tells; the age of a number is that of its sources.
-- grain: one row a module and kind of data      keys: module, kind      owner: data office
with

told as (

    select module, 'attendance' as kind, max(event_date) as last_date
    from attendance_event
    where is_current and not is_deleted
    group by module

    union all

    select module, 'activity' as kind, max(last_date) as last_date
    from source_coverage
    group by module

    union all

    select module, 'tests' as kind, max(administered_on) as last_date
    from assessment_result
    where is_current and not is_deleted
    group by module

    union all

    select module, 'marks' as kind, max(known_from) as last_date
    from course_outcome
    where is_current and not is_deleted
    group by module

),

run as (

    select run_date from policy

)

select
    cast(t.module as varchar) as module,
    cast(t.kind as varchar) as kind,
    cast(t.last_date as date) as last_date,
    cast(date_diff('day', t.last_date, r.run_date) as integer) as age_days

from told as t
cross join run as r
