-- Scores of assessments, up to three a sitting, and the first performance level.
-- grain: one version of a sitting's result
with results as (
    select
        student_id, assessment_identifier, administration_date, grade_descriptor, retest_descriptor,
        cast(coalesce(nullif(split_part(score_method_1, '#', 2), ''), score_method_1) as varchar) as result_name, score_1 as score_text,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_assessments
    union all
    select
        student_id, assessment_identifier, administration_date, grade_descriptor, retest_descriptor,
        cast(coalesce(nullif(split_part(score_method_2, '#', 2), ''), score_method_2) as varchar) as result_name, score_2 as score_text,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_assessments
    union all
    select
        student_id, assessment_identifier, administration_date, grade_descriptor, retest_descriptor,
        cast(coalesce(nullif(split_part(score_method_3, '#', 2), ''), score_method_3) as varchar) as result_name, score_3 as score_text,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_assessments
    union all
    select
        student_id, assessment_identifier, administration_date, grade_descriptor, retest_descriptor,
        'Performance level' as result_name, cast(coalesce(nullif(split_part(performance_level_descriptor, '#', 2), ''), performance_level_descriptor) as varchar) as score_text,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_assessments
),

named as (
    select
        student_id, assessment_identifier, administration_date, result_name, score_text, retest_descriptor,
        cast(coalesce(nullif(split_part(grade_descriptor, '#', 2), ''), grade_descriptor) as varchar) as grade_code,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from results
    where score_text is not null
)

select
    cast('edfi_student' as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast(assessment_identifier as varchar) as assessment,
    cast(null as varchar) as subject,
    cast(administration_date as date) as administered_on,
    cast(coalesce(result_name, 'Score') as varchar) as result_name,
    cast(case when regexp_like(score_text, '^-?[0-9]+([.][0-9]+)?$') then cast(score_text as double) end as double) as score,
    cast(score_text as varchar) as score_text,
    cast(null as double) as standard_error,
    cast(case when lower(result_name) like '%percentile%' and regexp_like(score_text, '^-?[0-9]+([.][0-9]+)?$') then cast(score_text as double) end as double) as percentile,
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
    cast(null as varchar) as source_school_id,
    cast(nullif(split_part(retest_descriptor, '#', 2), '') as varchar) as attempt_status,
    cast('edfi' as varchar) as module,
    cast('student_assessments' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from named
