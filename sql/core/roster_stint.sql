-- The stints of the most trusted roster, cut at school years: open beginnings and ends are filled from the year.
-- A source of less authority does not keep a student at a school that a better one says he left.
-- grain: one row a source record and school year      keys: module, source_table, source_key, school_key, school_year      owner: enrollment office      partition: all
with

ranks as (

    select module, authority_rank from module_rank

),

years as (

    select school_year, year_begin, year_end from school_year_span

),

last_year as (

    select max(year_end) as year_end from years

),

versions as (

    select
        v.student_key,
        v.school_key,
        v.grade_level,
        v.is_primary,
        v.entry_reason,
        v.exit_reason,
        v.module,
        v.source_table,
        v.source_key,
        coalesce(r.authority_rank, 9) as authority_rank,
        coalesce(v.begin_date, y.year_begin) as begin_date,
        v.end_date,
        case when v.has_school_year then y.year_end end as named_end

    from enrollment_version as v
    left join years as y on y.school_year = v.school_year
    left join ranks as r on r.module = v.module

    where v.is_current and not v.is_deleted and v.student_key is not null and v.school_key is not null

),

-- An open stint lasts to the end of the year that the roster names, else of the present one.
filled as (

    select
        v.student_key,
        v.school_key,
        v.grade_level,
        v.is_primary,
        v.entry_reason,
        v.exit_reason,
        v.module,
        v.source_table,
        v.source_key,
        v.authority_rank,
        v.begin_date,
        v.end_date is null as is_open,
        case
            when v.end_date is not null then v.end_date
            when v.named_end > v.begin_date then v.named_end
            else l.year_end
        end as end_date

    from versions as v
    cross join last_year as l

),

cut as (

    select
        f.student_key,
        f.school_key,
        y.school_year,
        case when f.begin_date > y.year_begin then f.begin_date else y.year_begin end as begin_date,
        case when f.end_date < y.year_end then f.end_date else y.year_end end as end_date,
        f.grade_level,
        f.is_primary,
        case when f.begin_date >= y.year_begin then f.entry_reason end as entry_reason,
        case when f.end_date <= y.year_end then f.exit_reason end as exit_reason,
        f.is_open and f.end_date <= y.year_end as is_open,
        f.module,
        f.source_table,
        f.source_key,
        f.authority_rank

    from filled as f
    inner join years as y on f.begin_date < y.year_end and f.end_date > y.year_begin

    where f.begin_date < f.end_date

),

trusted as (

    select student_key, school_year, min(authority_rank) as authority_rank from cut group by student_key, school_year

)

select
    cast(c.student_key as varchar) as student_key,
    cast(c.school_key as varchar) as school_key,
    cast(c.school_year as integer) as school_year,
    cast(c.begin_date as date) as begin_date,
    cast(c.end_date as date) as end_date,
    cast(c.grade_level as varchar) as grade_level,
    cast(c.is_primary as boolean) as is_primary,
    cast(c.entry_reason as varchar) as entry_reason,
    cast(c.exit_reason as varchar) as exit_reason,
    cast(c.is_open as boolean) as is_open,
    cast(c.module as varchar) as module,
    cast(c.source_table as varchar) as source_table,
    cast(c.source_key as varchar) as source_key,
    cast('all' as varchar) as part

from cut as c
inner join trusted as t
    on t.student_key = c.student_key and t.school_year = c.school_year and t.authority_rank = c.authority_rank
