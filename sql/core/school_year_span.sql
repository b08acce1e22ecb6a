-- The district's school years, each named by the calendar year in which it ends, from the oldest record to the run's date.
-- grain: one row a school year; year_end is the first day of the next      keys: school_year      owner: data office      partition: all
with

run as (

    select
        first_month,
        case when first_month > 1 then 1 else 0 end as shift,
        year(run_date) + case when first_month > 1 and month(run_date) >= first_month then 1 else 0 end as run_year

    from policy

),

oldest as (

    select min(year(begin_date)) as first_year from enrollment_version
    union all
    select cast(min(school_year) as bigint) as first_year from enrollment_version
    union all
    select min(year(first_date)) as first_year from attendance_student_month
    union all
    select min(year(first_date)) as first_year from digital_student_month

),

bounds as (

    select
        u.first_month,
        u.shift,
        u.run_year,
        case when min(o.first_year) < u.run_year then min(o.first_year) else u.run_year end as first_year

    from run as u
    cross join oldest as o

    group by u.first_month, u.shift, u.run_year

),

years as (

    select
        t.school_year,
        b.shift,
        '-' || lpad(cast(b.first_month as varchar), 2, '0') || '-01' as month_text

    from bounds as b
    cross join unnest(sequence(b.first_year, b.run_year)) as t (school_year)

)

select
    cast(school_year as integer) as school_year,
    cast(cast(school_year - shift as varchar) || month_text as date) as year_begin,
    cast(cast(school_year - shift + 1 as varchar) || month_text as date) as year_end,
    cast('all' as varchar) as part

from years
