-- Marks of grading periods, exams and years, and the final outcome on the transcript with its credits.
-- grain: one version of a mark
with outcomes as (
    select
        'grades' as source_table, student_id,
        school_id || '|' || coalesce(cast(school_year as varchar), '') || '|' || coalesce(session_name, '')
            || '|' || coalesce(local_course_code, '') || '|' || coalesce(section_identifier, '') as source_section_id,
        school_id || '|' || cast(school_year as varchar) || '|' || session_name as source_term_id,
        coalesce(grading_period_year, school_year) as school_year,
        numeric_grade, letter_grade,
        lower(cast(coalesce(nullif(split_part(grade_type_descriptor, '#', 2), ''), grade_type_descriptor) as varchar)) = 'final' as is_final,
        cast(null as double) as credits_attempted, cast(null as double) as credits_earned,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_grades
    union all
    select
        'course_transcripts' as source_table, student_id,
        cast(null as varchar) as source_section_id, cast(null as varchar) as source_term_id, school_year,
        numeric_grade, letter_grade, true as is_final, credits_attempted, credits_earned,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_course_transcripts
)

select
    cast('edfi_student' as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast(source_section_id as varchar) as source_section_id,
    cast(source_term_id as varchar) as source_term_id,
    cast(school_year as integer) as school_year,
    cast(numeric_grade as double) as numeric_mark,
    cast(letter_grade as varchar) as letter_mark,
    cast(is_final as boolean) as is_final,
    cast(credits_attempted as double) as credits_attempted,
    cast(credits_earned as double) as credits_earned,
    cast('edfi' as varchar) as module,
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
from outcomes
