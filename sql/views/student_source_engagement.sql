-- How a student used one source in a school year, over the school days that it covers; one without any use is there with zero.
-- grain: one row a student, school, school year, module and source table      keys: student_key, school_key, school_year, module, event_object      owner: digital learning
select
    cast(e.student_key as varchar) as student_key,
    cast(e.school_key as varchar) as school_key,
    cast(c.school_name as varchar) as school_name,
    cast(e.school_year as integer) as school_year,
    cast(e.module as varchar) as module,
    cast(e.event_object as varchar) as event_object,

    cast(e.covered_days as integer) as covered_days,
    cast(e.digital_days as integer) as digital_days,
    cast(cast(e.digital_days as double) / nullif(cast(e.covered_days as double), 0) as double) as digital_rate,
    cast(e.active_days as integer) as active_days,
    cast(e.digital_minutes as double) as digital_minutes,
    cast(e.digital_accesses as bigint) as digital_accesses

from student_source_year as e
left join school as c on c.school_key = e.school_key
