-- Enrollments with first and last day: the exit date is the last day of membership, so the stint ends the day after.
-- A "no show" or "invalid enrollment" never began: it ends on the day on which it begins.
-- grain: one version of a student's enrollment at a school, and of what was known of it before it ended
with stints as (
    select
        student_id, school_id, school_year, entry_date, exit_date, is_primary,
        cast(coalesce(nullif(split_part(entry_grade_descriptor, '#', 2), ''), entry_grade_descriptor) as varchar) as grade_code,
        cast(nullif(split_part(entry_type_descriptor, '#', 2), '') as varchar) as entry_reason,
        cast(nullif(split_part(exit_type_descriptor, '#', 2), '') as varchar) as exit_reason,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_school_associations
),

-- An exit that lies behind us when the file arrives was learnt when it happened, not when the student came:
-- of a backfilled stint there is an open version, known since the entry, and a closed one, known since the exit.
told as (
    select
        student_id, school_id, school_year, entry_date, exit_date, is_primary, grade_code, entry_reason, exit_reason,
        source_key, batch_id, record_no, as_of, change_no,
        case
            when known_basis <> 'assumed' or exit_date is null or exit_date < known_from then known_from
            when exit_date < cast(as_of as date) then cast(date_add('day', 1, exit_date) as date)
            when cast(as_of as date) > known_from then cast(as_of as date)
            else known_from
        end as known_from,
        known_basis, is_current, is_deleted
    from stints
),

open_before as (
    select
        student_id, school_id, school_year, entry_date, cast(null as date) as exit_date, is_primary, grade_code,
        entry_reason, cast(null as varchar) as exit_reason,
        source_key, batch_id, record_no, cast(known_from as timestamp) as as_of, change_no,
        known_from, known_basis, false as is_current, false as is_deleted
    from stints
    where
        known_basis = 'assumed' and exit_date >= known_from and known_from < cast(as_of as date) and not is_deleted
),

versions as (
    select
        student_id, school_id, school_year, entry_date, exit_date, is_primary, grade_code, entry_reason, exit_reason,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from told
    union all
    select
        student_id, school_id, school_year, entry_date, exit_date, is_primary, grade_code, entry_reason, exit_reason,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from open_before
)

select
    cast('edfi_student' as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast(school_id as varchar) as source_school_id,
    cast(case lower(grade_code)
            when 'infant/toddler' then 'IT'
            when 'preschool' then 'PK'
            when 'prekindergarten' then 'PK'
            when 'preschool/prekindergarten' then 'PK'
            when 'early education' then 'PK'
            when 'transitional kindergarten' then 'TK'
            when 'kindergarten' then 'KG'
            when 'first grade' then '01'
            when 'second grade' then '02'
            when 'third grade' then '03'
            when 'fourth grade' then '04'
            when 'fifth grade' then '05'
            when 'sixth grade' then '06'
            when 'seventh grade' then '07'
            when 'eighth grade' then '08'
            when 'ninth grade' then '09'
            when 'tenth grade' then '10'
            when 'eleventh grade' then '11'
            when 'twelfth grade' then '12'
            when 'grade 13' then '13'
            when 'postsecondary' then 'PS'
            when 'ungraded' then 'UG'
            else grade_code
        end as varchar) as grade_level,
    cast(school_year as integer) as school_year,
    cast(entry_date as date) as begin_date,
    cast(case
        when lower(exit_reason) in ('no show', 'invalid enrollment') then entry_date
        else cast(date_add('day', 1, exit_date) as date)
    end as date) as end_date,
    cast(coalesce(is_primary, true) as boolean) as is_primary,
    cast(entry_reason as varchar) as entry_reason,
    cast(exit_reason as varchar) as exit_reason,
    cast('association' as varchar) as enrollment_basis,
    cast('edfi' as varchar) as module,
    cast('student_school_associations' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from versions
