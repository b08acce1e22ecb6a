-- MAP Growth: RIT score with its error and percentile, Lexile and Quantile, and growth percentiles where the term closes a pair.
-- MAP Reading Fluency: scores and levels of the parts that were taken.
-- grain: one test, result and version
with results as (
    select
        'map_growth' as source_table, 'NWEA MAP Growth' as assessment, subject, student_id, test_date,
        'RIT score' as result_name, rit_score as score, achievement_quintile as score_text, standard_error as standard_error, percentile as percentile,
        cast(null as varchar) as grade_level, coalesce(school_state_id, 'name:' || lower(trim(school_name))) as source_school_id,
        case when is_growth_measure then 'growth_measure' when not is_growth_measure then 'other_attempt' end as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_growth
    union all
    select
        'map_growth' as source_table, 'NWEA MAP Growth' as assessment, subject, student_id, test_date,
        'Lexile measure' as result_name, case
            when regexp_like(lexile_score, '^[0-9]+L?$') then cast(replace(lexile_score, 'L', '') as double)
            when regexp_like(lexile_score, '^(BR|EM)[0-9]+L?$') then -1e0 * cast(replace(replace(replace(lexile_score, 'BR', ''), 'EM', ''), 'L', '') as double)
        end as score, lexile_score as score_text, cast(null as double) as standard_error, cast(null as double) as percentile,
        cast(null as varchar) as grade_level, coalesce(school_state_id, 'name:' || lower(trim(school_name))) as source_school_id,
        case when is_growth_measure then 'growth_measure' when not is_growth_measure then 'other_attempt' end as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_growth
    union all
    select
        'map_growth' as source_table, 'NWEA MAP Growth' as assessment, subject, student_id, test_date,
        'Quantile measure' as result_name, case
            when regexp_like(quantile_score, '^[0-9]+Q?$') then cast(replace(quantile_score, 'Q', '') as double)
            when regexp_like(quantile_score, '^(BR|EM)[0-9]+Q?$') then -1e0 * cast(replace(replace(replace(quantile_score, 'BR', ''), 'EM', ''), 'Q', '') as double)
        end as score, quantile_score as score_text, cast(null as double) as standard_error, cast(null as double) as percentile,
        cast(null as varchar) as grade_level, coalesce(school_state_id, 'name:' || lower(trim(school_name))) as source_school_id,
        case when is_growth_measure then 'growth_measure' when not is_growth_measure then 'other_attempt' end as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_growth
    union all
    select
        'map_growth' as source_table, 'NWEA MAP Growth' as assessment, subject, student_id, test_date,
        'Fall to winter growth percentile' as result_name, fall_to_winter_percentile as score, cast(null as varchar) as score_text, cast(null as double) as standard_error, fall_to_winter_percentile as percentile,
        cast(null as varchar) as grade_level, coalesce(school_state_id, 'name:' || lower(trim(school_name))) as source_school_id,
        case when is_growth_measure then 'growth_measure' when not is_growth_measure then 'other_attempt' end as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_growth
    union all
    select
        'map_growth' as source_table, 'NWEA MAP Growth' as assessment, subject, student_id, test_date,
        'Fall to spring growth percentile' as result_name, fall_to_spring_percentile as score, cast(null as varchar) as score_text, cast(null as double) as standard_error, fall_to_spring_percentile as percentile,
        cast(null as varchar) as grade_level, coalesce(school_state_id, 'name:' || lower(trim(school_name))) as source_school_id,
        case when is_growth_measure then 'growth_measure' when not is_growth_measure then 'other_attempt' end as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_growth
    union all
    select
        'map_growth' as source_table, 'NWEA MAP Growth' as assessment, subject, student_id, test_date,
        'Winter to spring growth percentile' as result_name, winter_to_spring_percentile as score, cast(null as varchar) as score_text, cast(null as double) as standard_error, winter_to_spring_percentile as percentile,
        cast(null as varchar) as grade_level, coalesce(school_state_id, 'name:' || lower(trim(school_name))) as source_school_id,
        case when is_growth_measure then 'growth_measure' when not is_growth_measure then 'other_attempt' end as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_growth
    union all
    select
        'map_growth' as source_table, 'NWEA MAP Growth' as assessment, subject, student_id, test_date,
        'Fall to fall growth percentile' as result_name, fall_to_fall_percentile as score, cast(null as varchar) as score_text, cast(null as double) as standard_error, fall_to_fall_percentile as percentile,
        cast(null as varchar) as grade_level, coalesce(school_state_id, 'name:' || lower(trim(school_name))) as source_school_id,
        case when is_growth_measure then 'growth_measure' when not is_growth_measure then 'other_attempt' end as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_growth
    union all
    select
        'map_fluency' as source_table, 'NWEA MAP Reading Fluency' as assessment, 'Reading' as subject, student_id, test_date,
        'Phonological awareness' as result_name, phonological_score as score, phonological_level as score_text, cast(null as double) as standard_error, phonological_percentile as percentile,
        grade_level, 'name:' || lower(trim(school_name)) as source_school_id,
        cast(null as varchar) as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_fluency
    union all
    select
        'map_fluency' as source_table, 'NWEA MAP Reading Fluency' as assessment, 'Reading' as subject, student_id, test_date,
        'Phonics and word recognition' as result_name, phonics_score as score, phonics_level as score_text, cast(null as double) as standard_error, phonics_percentile as percentile,
        grade_level, 'name:' || lower(trim(school_name)) as source_school_id,
        cast(null as varchar) as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_fluency
    union all
    select
        'map_fluency' as source_table, 'NWEA MAP Reading Fluency' as assessment, 'Reading' as subject, student_id, test_date,
        'Language comprehension' as result_name, language_score as score, cast(null as varchar) as score_text, cast(null as double) as standard_error, language_percentile as percentile,
        grade_level, 'name:' || lower(trim(school_name)) as source_school_id,
        cast(null as varchar) as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_fluency
    union all
    select
        'map_fluency' as source_table, 'NWEA MAP Reading Fluency' as assessment, 'Reading' as subject, student_id, test_date,
        'Listening comprehension' as result_name, cast(null as double) as score, listening_level as score_text, cast(null as double) as standard_error, cast(null as double) as percentile,
        grade_level, 'name:' || lower(trim(school_name)) as source_school_id,
        cast(null as varchar) as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_fluency
    union all
    select
        'map_fluency' as source_table, 'NWEA MAP Reading Fluency' as assessment, 'Reading' as subject, student_id, test_date,
        'Picture vocabulary' as result_name, cast(null as double) as score, vocabulary_level as score_text, cast(null as double) as standard_error, cast(null as double) as percentile,
        grade_level, 'name:' || lower(trim(school_name)) as source_school_id,
        cast(null as varchar) as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_fluency
    union all
    select
        'map_fluency' as source_table, 'NWEA MAP Reading Fluency' as assessment, 'Reading' as subject, student_id, test_date,
        'Sentence reading fluency' as result_name, cast(null as double) as score, sentence_level as score_text, cast(null as double) as standard_error, cast(null as double) as percentile,
        grade_level, 'name:' || lower(trim(school_name)) as source_school_id,
        cast(null as varchar) as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_fluency
    union all
    select
        'map_fluency' as source_table, 'NWEA MAP Reading Fluency' as assessment, 'Reading' as subject, student_id, test_date,
        'Oral reading words per minute' as result_name, words_per_minute as score, oral_rate_level as score_text, cast(null as double) as standard_error, cast(null as double) as percentile,
        grade_level, 'name:' || lower(trim(school_name)) as source_school_id,
        cast(null as varchar) as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_fluency
    union all
    select
        'map_fluency' as source_table, 'NWEA MAP Reading Fluency' as assessment, 'Reading' as subject, student_id, test_date,
        'Oral reading accuracy' as result_name, accuracy as score, accuracy_level as score_text, cast(null as double) as standard_error, cast(null as double) as percentile,
        grade_level, 'name:' || lower(trim(school_name)) as source_school_id,
        cast(null as varchar) as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_fluency
    union all
    select
        'map_fluency' as source_table, 'NWEA MAP Reading Fluency' as assessment, 'Reading' as subject, student_id, test_date,
        'Literal comprehension' as result_name, cast(null as double) as score, literal_level as score_text, cast(null as double) as standard_error, cast(null as double) as percentile,
        grade_level, 'name:' || lower(trim(school_name)) as source_school_id,
        cast(null as varchar) as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_fluency
    union all
    select
        'map_fluency' as source_table, 'NWEA MAP Reading Fluency' as assessment, 'Reading' as subject, student_id, test_date,
        'Universal screener' as result_name, cast(null as double) as score, screener_outcome as score_text, cast(null as double) as standard_error, cast(null as double) as percentile,
        grade_level, 'name:' || lower(trim(school_name)) as source_school_id,
        cast(null as varchar) as attempt_status,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from nwea_map_fluency
)

select
    cast('nwea_student' as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast(assessment as varchar) as assessment,
    cast(subject as varchar) as subject,
    cast(test_date as date) as administered_on,
    cast(result_name as varchar) as result_name,
    cast(score as double) as score,
    cast(score_text as varchar) as score_text,
    cast(standard_error as double) as standard_error,
    cast(percentile as double) as percentile,
    cast(case
        when regexp_like(grade_level, '^[1-9]$') then lpad(grade_level, 2, '0')
        when lower(grade_level) in ('k', 'kindergarten', '0') then 'KG'
        else grade_level
    end as varchar) as grade_level,
    cast(source_school_id as varchar) as source_school_id,
    cast(attempt_status as varchar) as attempt_status,
    cast('nwea' as varchar) as module,
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
