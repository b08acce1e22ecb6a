-- The part of a stint that lies in one month: a stint that closes today changes the row of its last month, not those before.
-- grain: one row a student, school, stint and month; end_date is the first day out
-- keys: student_key, school_key, begin_date      owner: enrollment office      partition: all      affects: begin_date..end_date
with

months as (

    select
        y.school_year,
        cast(date_add('month', t.position, y.year_begin) as date) as month_begin,
        cast(date_add('month', t.position + 1, y.year_begin) as date) as month_end

    from school_year_span as y
    cross join unnest(sequence(0, 11)) as t (position)

),

pieces as (

    select
        e.student_key,
        e.school_key,
        e.school_year,
        case when e.begin_date > m.month_begin then e.begin_date else m.month_begin end as begin_date,
        case when e.end_date < m.month_end then e.end_date else m.month_end end as end_date,
        e.grade_level,
        e.is_home

    from enrollment as e
    inner join months as m
        on m.school_year = e.school_year and e.begin_date < m.month_end and e.end_date > m.month_begin

)

select
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(school_year as integer) as school_year,
    cast(begin_date as date) as begin_date,
    cast(end_date as date) as end_date,
    cast(grade_level as varchar) as grade_level,
    cast(is_home as boolean) as is_home,
    cast(date_format(begin_date, '%Y-%m') as varchar) as month_text,
    cast('all' as varchar) as part

from pieces
