-- A stint that no roster gives: from the first attendance mark at the school, else from the first digital activity, to the year's end.
-- grain: one row a student, school and school year      keys: student_key, school_key, school_year      owner: enrollment office      partition: all
with

years as (

    select school_year, year_begin, year_end from school_year_span

),

rostered as (

    select student_key, school_key, school_year from roster_stint group by student_key, school_key, school_year

),

marked as (

    select
        a.student_key,
        a.school_key,
        y.school_year,
        y.year_end,
        min(a.module) as module,
        min(a.first_date) as first_date,
        max(a.last_date) as last_date

    from attendance_student_month as a
    inner join years as y on a.first_date >= y.year_begin and a.first_date < y.year_end

    where a.student_key is not null and a.school_key is not null

    group by a.student_key, a.school_key, y.school_year, y.year_end

),

unrostered as (

    select
        m.student_key,
        m.school_key,
        m.school_year,
        m.year_end,
        m.module,
        m.first_date,
        m.last_date,
        lead(m.first_date) over (
            partition by m.student_key, m.school_year order by m.first_date, m.school_key
        ) as next_first_date

    from marked as m
    left join rostered as r
        on r.student_key = m.student_key and r.school_key = m.school_key and r.school_year = m.school_year

    where r.student_key is null

),

placed as (

    select student_key, school_year from rostered
    union all
    select student_key, school_year from unrostered

),

placed_once as (

    select student_key, school_year from placed group by student_key, school_year

),

active as (

    select
        d.student_key,
        y.school_year,
        y.year_end,
        coalesce(d.school_key, 'unknown') as school_key,
        d.module,
        min(d.first_date) over (partition by d.student_key, y.school_year) as first_date,
        row_number() over (
            partition by d.student_key, y.school_year
            order by
                case when d.school_key is null then 1 else 0 end,
                d.first_date, d.school_key, d.module, d.last_date
        ) as position

    from digital_student_month as d
    inner join years as y on d.first_date >= y.year_begin and d.first_date < y.year_end
    left join placed_once as p on p.student_key = d.student_key and p.school_year = y.school_year

    where d.student_key is not null and p.student_key is null

),

-- Marks at a second school end the stint at the first, unless both go on.
implied as (

    select
        student_key,
        school_key,
        school_year,
        first_date as begin_date,
        case when next_first_date > last_date then next_first_date else year_end end as end_date,
        not coalesce(next_first_date > last_date, false) as is_open,
        'attendance' as basis,
        module

    from unrostered

    union all

    select
        student_key,
        school_key,
        school_year,
        first_date as begin_date,
        year_end as end_date,
        true as is_open,
        'activity' as basis,
        module

    from active

    where position = 1

)

select
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(school_year as integer) as school_year,
    cast(begin_date as date) as begin_date,
    cast(end_date as date) as end_date,
    cast(is_open as boolean) as is_open,
    cast(basis as varchar) as basis,
    cast(module as varchar) as module,
    cast('all' as varchar) as part

from implied
