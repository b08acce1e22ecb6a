-- A student's activity of one month in one source, at the school that carries it; a null school is activity outside his school days.
-- grain: one row a student, school, module, source table and month      keys: student_key, school_key, module, event_object, school_year, month      owner: digital learning      partition: month
with

years as (

    select school_year, year_begin, year_end from school_year_span

),

days as (

    select
        s.student_key,
        f.school_key,
        s.module,
        s.event_object,
        y.school_year,
        s.month,
        s.events,
        s.minutes,
        s.accesses,
        coalesce(f.digital_active, false) as is_school_day,
        coalesce(f.carries_digital, true) as is_carried

    from student_source_day as s
    inner join years as y on s.event_date >= y.year_begin and s.event_date < y.year_end
    left join student_day_fact as f on f.student_key = s.student_key and f.calendar_date = s.event_date

)

select
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(module as varchar) as module,
    cast(event_object as varchar) as event_object,
    cast(school_year as integer) as school_year,
    cast(count_if(is_school_day) as integer) as digital_days,
    cast(count_if(is_carried) as integer) as active_days,
    cast(sum(case when is_carried then events end) as bigint) as events,
    cast(sum(case when is_carried then minutes end) as double) as minutes,
    cast(sum(case when is_carried then accesses end) as bigint) as accesses,
    cast(month as varchar) as month

from days

group by student_key, school_key, module, event_object, school_year, month
