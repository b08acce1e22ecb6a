-- How a student took part in a term at a school; terms that overlap (a year and its halves) each have their own row.
-- grain: one row a student, school and term      keys: student_key, school_key, term_key      owner: engagement
with

terms as (

    select
        d.student_key,
        d.school_key,
        d.school_year,
        t.term_key,
        t.term_name,
        t.term_type,
        t.begin_date,
        t.end_date,
        count(*) as enrolled_days,
        count_if(d.attendance_taken) as attendance_days,
        count_if(d.attendance_taken and d.is_present) as in_person_days,
        sum(d.unmapped_codes) as unmapped_codes,
        count_if(d.within_coverage) as covered_days,
        count_if(d.digital_active) as digital_days,
        sum(d.digital_minutes) as digital_minutes,
        sum(d.digital_accesses) as digital_accesses

    from student_day_fact as d
    inner join term as t
        on (t.school_key is null or t.school_key = d.school_key)
        and d.calendar_date >= t.begin_date
        and d.calendar_date < t.end_date

    group by
        d.student_key, d.school_key, d.school_year, t.term_key, t.term_name, t.term_type, t.begin_date, t.end_date

)

select
    cast(w.student_key as varchar) as student_key,
    cast(w.school_key as varchar) as school_key,
    cast(c.school_name as varchar) as school_name,
    cast(w.school_year as integer) as school_year,
    cast(w.term_key as varchar) as term_key,
    cast(w.term_name as varchar) as term_name,
    cast(w.term_type as varchar) as term_type,
    cast(w.begin_date as date) as begin_date,
    cast(w.end_date as date) as end_date,

    -- how many, and what the rates rest on
    cast(w.enrolled_days as integer) as enrolled_days,
    cast(w.attendance_days as integer) as attendance_days,
    cast(cast(w.attendance_days as double) / nullif(cast(w.enrolled_days as double), 0) as double) as attendance_coverage,
    cast(w.covered_days as integer) as covered_days,
    cast(cast(w.covered_days as double) / nullif(cast(w.enrolled_days as double), 0) as double) as digital_coverage,
    cast(w.unmapped_codes as integer) as unmapped_codes,

    -- in person
    cast(case when w.unmapped_codes = 0 then w.in_person_days end as integer) as in_person_days,
    cast(
        case
            when w.unmapped_codes = 0
                then cast(w.in_person_days as double) / nullif(cast(w.attendance_days as double), 0)
        end as double
    ) as in_person_rate,

    -- online
    cast(w.digital_days as integer) as digital_days,
    cast(cast(w.digital_days as double) / nullif(cast(w.covered_days as double), 0) as double) as digital_rate,
    cast(w.digital_minutes as double) as digital_minutes,
    cast(w.digital_accesses as bigint) as digital_accesses

from terms as w
left join school as c on c.school_key = w.school_key
