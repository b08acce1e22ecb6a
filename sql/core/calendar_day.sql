-- Which dates were school days at a school: by the district's calendar, else a source's, else inferred from attendance.
-- Inference fills only dates outside the span of school days that a calendar gives for the school and year.
-- grain: one row a school and date      keys: school_key, calendar_date      owner: calendar      partition: all      affects: calendar_date..calendar_date
with

run as (

    select run_date from policy

),

years as (

    select school_year, year_begin, year_end from school_year_span

),

schools as (

    select school_key from enrollment group by school_key

),

ids as (

    select
        lower(replace(trim(source_school_id), '-', '')) as normal_id,
        min(school_key) as school_key

    from school_alias

    group by lower(replace(trim(source_school_id), '-', ''))

),

written as (

    select
        'district' as basis,
        coalesce(i.school_key, lower(replace(trim(d.source_school_id), '-', ''))) as school_key,
        d.calendar_date,
        d.is_school_day,
        d.event_name

    from district_calendar as d
    left join ids as i on i.normal_id = lower(replace(trim(d.source_school_id), '-', ''))

    union all

    select
        'source' as basis,
        coalesce(a.school_key, lower(replace(trim(c.source_school_id), '-', ''))) as school_key,
        c.calendar_date,
        c.is_school_day,
        c.event_name

    from mapped_calendar_day as c
    left join school_alias as a on a.module = c.module and a.source_school_id = c.source_school_id

    where c.is_current and not c.is_deleted

),

-- A day without a school is a day of every school.
spread as (

    select basis, school_key, calendar_date, is_school_day, event_name

    from written

    where school_key is not null

    union all

    select w.basis, s.school_key, w.calendar_date, w.is_school_day, w.event_name

    from written as w
    cross join schools as s

    where w.school_key is null

),

ranked as (

    select
        basis,
        school_key,
        calendar_date,
        is_school_day,
        event_name,
        row_number() over (
            partition by school_key, calendar_date
            order by case basis when 'district' then 0 else 1 end, case when is_school_day then 1 else 0 end, event_name
        ) as position

    from spread

    where calendar_date is not null and is_school_day is not null

),

known as (

    select basis, school_key, calendar_date, is_school_day, event_name from ranked where position = 1

),

known_spans as (

    select
        k.school_key,
        y.school_year,
        min(k.calendar_date) as first_date,
        max(k.calendar_date) as last_date

    from known as k
    inner join years as y on k.calendar_date >= y.year_begin and k.calendar_date < y.year_end

    where k.is_school_day

    group by k.school_key, y.school_year

),

inferred as (

    select s.school_key, s.event_date as calendar_date

    from school_attendance_day as s
    inner join years as y on s.event_date >= y.year_begin and s.event_date < y.year_end
    left join known as k on k.school_key = s.school_key and k.calendar_date = s.event_date
    left join known_spans as p on p.school_key = s.school_key and p.school_year = y.school_year

    where
        k.school_key is null
        and (p.school_key is null or s.event_date < p.first_date or s.event_date > p.last_date)

),

days as (

    select school_key, calendar_date, is_school_day, event_name, basis from known
    union all
    select
        school_key,
        calendar_date,
        true as is_school_day,
        cast(null as varchar) as event_name,
        'inferred' as basis
    from inferred

),

dated as (

    select
        d.school_key,
        d.calendar_date,
        d.is_school_day,
        d.event_name,
        d.basis,
        y.school_year,
        d.calendar_date <= u.run_date as has_elapsed,
        sum(case when d.is_school_day then 1 else 0 end) over (
            partition by d.school_key, y.school_year
            order by d.calendar_date
            rows between unbounded preceding and current row
        ) as school_days_so_far

    from days as d
    cross join run as u
    inner join years as y on d.calendar_date >= y.year_begin and d.calendar_date < y.year_end

)

select
    cast(school_key as varchar) as school_key,
    cast(calendar_date as date) as calendar_date,
    cast(school_year as integer) as school_year,
    cast(is_school_day as boolean) as is_school_day,
    cast(case when is_school_day then school_days_so_far end as integer) as school_day_number,
    cast(has_elapsed as boolean) as has_elapsed,
    cast(event_name as varchar) as event_name,
    cast(basis as varchar) as basis,
    cast('all' as varchar) as part

from dated
