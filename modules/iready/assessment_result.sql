-- Diagnostic scores: overall, by domain, and the Lexile or Quantile measure; the window report speaks only where no diagnostic file does.
-- grain: one diagnostic, result and version
with known_diagnostics as (
    select student_id, 'Reading' as subject, completion_date, count(*) as versions
    from iready_diagnostic_ela
    group by student_id, completion_date
    union all
    select student_id, 'Math' as subject, completion_date, count(*) as versions
    from iready_diagnostic_math
    group by student_id, completion_date
),

results as (
    select
        'diagnostic_ela' as source_table, 'Reading' as subject, 'Overall scale score' as result_name,
        cast(overall_score as double) as score, overall_placement as score_text, percentile as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_ela
    union all
    select
        'diagnostic_ela' as source_table, 'Reading' as subject, 'Phonological Awareness scale score' as result_name,
        phonological_awareness_score as score, phonological_awareness_placement as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_ela
    union all
    select
        'diagnostic_ela' as source_table, 'Reading' as subject, 'Phonics scale score' as result_name,
        phonics_score as score, phonics_placement as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_ela
    union all
    select
        'diagnostic_ela' as source_table, 'Reading' as subject, 'High-Frequency Words scale score' as result_name,
        high_frequency_words_score as score, high_frequency_words_placement as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_ela
    union all
    select
        'diagnostic_ela' as source_table, 'Reading' as subject, 'Vocabulary scale score' as result_name,
        vocabulary_score as score, vocabulary_placement as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_ela
    union all
    select
        'diagnostic_ela' as source_table, 'Reading' as subject, 'Comprehension scale score' as result_name,
        comprehension_score as score, comprehension_placement as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_ela
    union all
    select
        'diagnostic_ela' as source_table, 'Reading' as subject, 'Literature scale score' as result_name,
        literature_score as score, literature_placement as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_ela
    union all
    select
        'diagnostic_ela' as source_table, 'Reading' as subject, 'Informational Text scale score' as result_name,
        informational_text_score as score, informational_text_placement as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_ela
    union all
    select
        'diagnostic_ela' as source_table, 'Reading' as subject, 'Lexile measure' as result_name,
        case
            when regexp_like(lexile_measure, '^[0-9]+L$') then cast(replace(lexile_measure, 'L', '') as double)
            when regexp_like(lexile_measure, '^(BR|EM)[0-9]+L$') then -1e0 * cast(replace(replace(replace(lexile_measure, 'BR', ''), 'EM', ''), 'L', '') as double)
        end as score, lexile_measure as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_ela
    union all
    select
        'diagnostic_math' as source_table, 'Math' as subject, 'Overall scale score' as result_name,
        cast(overall_score as double) as score, overall_placement as score_text, percentile as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_math
    union all
    select
        'diagnostic_math' as source_table, 'Math' as subject, 'Number and Operations scale score' as result_name,
        number_and_operations_score as score, number_and_operations_placement as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_math
    union all
    select
        'diagnostic_math' as source_table, 'Math' as subject, 'Algebra and Algebraic Thinking scale score' as result_name,
        algebra_score as score, algebra_placement as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_math
    union all
    select
        'diagnostic_math' as source_table, 'Math' as subject, 'Measurement and Data scale score' as result_name,
        measurement_and_data_score as score, measurement_and_data_placement as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_math
    union all
    select
        'diagnostic_math' as source_table, 'Math' as subject, 'Geometry scale score' as result_name,
        geometry_score as score, geometry_placement as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_math
    union all
    select
        'diagnostic_math' as source_table, 'Math' as subject, 'Quantile measure' as result_name,
        case
            when regexp_like(quantile_measure, '^[0-9]+Q$') then cast(replace(quantile_measure, 'Q', '') as double)
            when regexp_like(quantile_measure, '^(BR|EM)[0-9]+Q$') then -1e0 * cast(replace(replace(replace(quantile_measure, 'BR', ''), 'EM', ''), 'Q', '') as double)
        end as score, quantile_measure as score_text, cast(null as double) as percentile,
        student_id, completion_date, grade_level, school_name, rush_flag, is_baseline, is_most_recent,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_diagnostic_math
    union all
    select
        'year_to_date_window' as source_table, w.subject, 'Overall scale score' as result_name,
        w.overall_score as score, w.overall_placement as score_text, w.percentile,
        w.student_id, w.completion_date, w.grade_level, w.school_name, w.rush_flag,
        cast(null as boolean) as is_baseline, cast(true as boolean) as is_most_recent,
        w.source_key, w.batch_id, w.record_no, w.as_of, w.change_no, w.known_from, w.known_basis, w.is_current, w.is_deleted
    from iready_year_to_date_window as w
    left join known_diagnostics as k
        on k.student_id = w.student_id and k.subject = w.subject and k.completion_date = w.completion_date
    where k.student_id is null and w.completion_date is not null
)

select
    cast('iready_student' as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast('i-Ready Diagnostic' as varchar) as assessment,
    cast(subject as varchar) as subject,
    cast(completion_date as date) as administered_on,
    cast(result_name as varchar) as result_name,
    cast(score as double) as score,
    cast(score_text as varchar) as score_text,
    cast(null as double) as standard_error,
    cast(percentile as double) as percentile,
    cast(grade_level as varchar) as grade_level,
    cast('name:' || lower(trim(school_name)) as varchar) as source_school_id,
    cast(case
        when rush_flag = 'Red Rush Flag' then 'rushed'
        when is_baseline then 'baseline'
        when is_most_recent then 'most_recent'
    end as varchar) as attempt_status,
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
from results
where score is not null or score_text is not null
