-- Enrollments with first and last day: the exit date is the last day of membership, so the stint ends the day after.
-- A "no show" or "invalid enrollment" never began: it ends on the day on which it begins.
-- grain: one version of a student's enrollment at a school
with stints as (
    select
        student_id, school_id, school_year, entry_date, exit_date, is_primary,
        cast(coalesce(nullif(split_part(entry_grade_descriptor, '#', 2), ''), entry_grade_descriptor) as varchar) as grade_code,
        cast(nullif(split_part(entry_type_descriptor, '#', 2), '') as varchar) as entry_reason,
        cast(nullif(split_part(exit_type_descriptor, '#', 2), '') as varchar) as exit_reason,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_school_associations
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
from stints
