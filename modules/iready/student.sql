-- Students as each i-Ready report last described them in a school year.
-- grain: one student, report and academic year
with described as (
    select 'personalized_instruction' as source_table, student_id, grade_level, academic_year,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_personalized_instruction
    union all
    select 'lesson_activity_with_standards' as source_table, student_id, grade_level, academic_year,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_lesson_activity_with_standards
    union all
    select 'diagnostic_ela' as source_table, student_id, grade_level, academic_year,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_ela
    union all
    select 'diagnostic_math' as source_table, student_id, grade_level, academic_year,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_math
    union all
    select 'year_to_date_window' as source_table, student_id, grade_level, academic_year,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_year_to_date_window
),

latest as (
    select
        source_table, student_id, grade_level,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted,
        row_number() over (
            partition by source_table, student_id, academic_year
            order by is_current desc, as_of desc, batch_id, record_no, source_key
        ) as newest
    from described
)

select
    cast('iready_student' as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast('student' as varchar) as role,
    cast(grade_level as varchar) as grade_level,
    cast(null as bigint) as birth_year,
    cast(null as bigint) as graduation_year,
    cast('iready' as varchar) as module,
    cast(source_table as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from latest
where newest = 1
