-- How a school's students used one source in a school year, over the school days that it covers.
-- grain: one row a school, school year, module and source table      keys: school_key, school_year, module, event_object      owner: digital learning
with

sums as (

    select
        e.school_key,
        e.school_year,
        e.module,
        e.event_object,
        count(*) as students,
        count_if(e.active_days > 0 or e.digital_days > 0) as active_students,
        sum(e.covered_days) as covered_days,
        sum(e.digital_days) as digital_days,
        sum(e.digital_minutes) as digital_minutes,
        sum(e.digital_accesses) as digital_accesses

    from student_source_year as e

    group by e.school_key, e.school_year, e.module, e.event_object

)

select
    cast(s.school_key as varchar) as school_key,
    cast(c.school_name as varchar) as school_name,
    cast(s.school_year as integer) as school_year,
    cast(s.module as varchar) as module,
    cast(s.event_object as varchar) as event_object,
    cast(s.students as integer) as students,
    cast(s.active_students as integer) as active_students,

    cast(s.covered_days as bigint) as covered_days,
    cast(s.digital_days as bigint) as digital_days,
    cast(cast(s.digital_days as double) / nullif(cast(s.covered_days as double), 0) as double) as digital_rate,
    cast(s.digital_minutes as double) as digital_minutes,
    cast(s.digital_accesses as bigint) as digital_accesses

from sums as s
left join school as c on c.school_key = s.school_key
