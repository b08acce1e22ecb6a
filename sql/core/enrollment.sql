-- A stint of a student at a school in one school year, merged so that no day counts twice.
-- At each date one of a student's schools is home: it carries what belongs to no school, such as minutes online.
-- grain: one row a student, school and uninterrupted stint of a school year; end_date is the first day out
-- keys: student_key, school_key, begin_date      owner: enrollment office      partition: all      affects: begin_date..end_date
with

run as (

    select run_date from policy

),

stints as (

    select
        student_key, school_key, school_year, begin_date, end_date, grade_level, is_primary, entry_reason, exit_reason,
        is_open, 'roster' as basis, module, source_table, source_key

    from roster_stint

    union all

    select
        student_key, school_key, school_year, begin_date, end_date,
        cast(null as varchar) as grade_level,
        cast(null as boolean) as is_primary,
        cast(null as varchar) as entry_reason,
        cast(null as varchar) as exit_reason,
        is_open, basis, module,
        '' as source_table,
        '' as source_key

    from implied_stint

),

-- Students who opted out of everything.
withheld as (

    select student_key from opted_out_id where is_whole and student_key is not null group by student_key

),

-- Stints that have begun, each with the furthest end of those before it: a stint that begins later opens a new island.
reached as (

    select
        s.student_key, s.school_key, s.school_year, s.begin_date, s.end_date, s.grade_level, s.is_primary,
        s.entry_reason, s.exit_reason, s.is_open, s.basis, s.module, s.source_table, s.source_key,
        max(s.end_date) over (
            partition by s.student_key, s.school_key, s.school_year
            order by s.begin_date, s.end_date, s.module, s.source_table, s.source_key
            rows between unbounded preceding and 1 preceding
        ) as reach

    from stints as s
    cross join run as u
    left join withheld as w on w.student_key = s.student_key

    where s.begin_date <= u.run_date and w.student_key is null

),

numbered as (

    select
        student_key, school_key, school_year, begin_date, end_date, grade_level, is_primary, entry_reason, exit_reason,
        is_open, basis, module, source_table, source_key,
        sum(case when reach is null or begin_date > reach then 1 else 0 end) over (
            partition by student_key, school_key, school_year
            order by begin_date, end_date, module, source_table, source_key
            rows between unbounded preceding and current row
        ) as island

    from reached

),

positioned as (

    select
        student_key, school_key, school_year, begin_date, end_date, grade_level, is_primary, entry_reason, exit_reason,
        is_open, basis, module, island,
        row_number() over (
            partition by student_key, school_key, school_year, island
            order by begin_date, end_date, module, source_table, source_key
        ) as from_first,
        row_number() over (
            partition by student_key, school_key, school_year, island
            order by end_date desc, begin_date desc, module, source_table, source_key
        ) as from_last,
        row_number() over (
            partition by student_key, school_key, school_year, island
            order by
                case when grade_level is null then 1 else 0 end, begin_date desc, module, source_table, source_key
        ) as grade_position

    from numbered

),

merged as (

    select
        student_key,
        school_key,
        school_year,
        min(begin_date) as begin_date,
        max(end_date) as end_date,
        max(case when grade_position = 1 then grade_level end) as grade_level,
        min(case when is_primary then 1 when is_primary is null then 2 else 3 end) as primary_order,
        max(case when from_first = 1 then entry_reason end) as entry_reason,
        max(case when from_last = 1 then exit_reason end) as exit_reason,
        bool_or(from_last = 1 and is_open) as is_open,
        max(case when from_first = 1 then basis end) as basis,
        max(case when from_first = 1 then module end) as module

    from positioned

    group by student_key, school_key, school_year, island

),

-- A student with more than one stint in a year: the year is cut at every change, and each piece has one home.
several as (

    select student_key, school_year from merged group by student_key, school_year having count(*) > 1

),

changes as (

    select m.student_key, m.school_year, m.begin_date as changed_on
    from merged as m
    inner join several as s on s.student_key = m.student_key and s.school_year = m.school_year
    union all
    select m.student_key, m.school_year, m.end_date as changed_on
    from merged as m
    inner join several as s on s.student_key = m.student_key and s.school_year = m.school_year

),

change_days as (

    select student_key, school_year, changed_on from changes group by student_key, school_year, changed_on

),

pieces as (

    select
        student_key,
        school_year,
        changed_on as piece_begin,
        lead(changed_on) over (partition by student_key, school_year order by changed_on) as piece_end

    from change_days

),

-- A student with one stint has one piece: the stint.
cut as (

    select
        m.student_key,
        m.school_key,
        m.school_year,
        coalesce(p.piece_begin, m.begin_date) as begin_date,
        coalesce(p.piece_end, m.end_date) as end_date,
        m.grade_level,
        case when coalesce(p.piece_begin, m.begin_date) = m.begin_date then m.entry_reason end as entry_reason,
        case when coalesce(p.piece_end, m.end_date) = m.end_date then m.exit_reason end as exit_reason,
        m.is_open and coalesce(p.piece_end, m.end_date) = m.end_date as is_open,
        m.basis,
        m.module,
        row_number() over (
            partition by m.student_key, m.school_year, coalesce(p.piece_begin, m.begin_date)
            order by m.primary_order, m.begin_date, m.school_key
        ) as home_position

    from merged as m
    left join pieces as p
        on p.student_key = m.student_key
        and p.school_year = m.school_year
        and p.piece_begin >= m.begin_date
        and p.piece_end <= m.end_date

)

select
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(school_year as integer) as school_year,
    cast(begin_date as date) as begin_date,
    cast(end_date as date) as end_date,
    cast(grade_level as varchar) as grade_level,

    -- how it came about
    cast(basis as varchar) as basis,
    cast(module as varchar) as module,
    cast(entry_reason as varchar) as entry_reason,
    cast(exit_reason as varchar) as exit_reason,

    cast(is_open as boolean) as is_open,
    cast(home_position = 1 as boolean) as is_home,
    cast('all' as varchar) as part

from cut
