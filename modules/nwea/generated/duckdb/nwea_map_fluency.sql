-- nwea_map_fluency: all versions.
-- Generated from modules/nwea/module.yaml; edit that file.
with

delivered as (
  select
    term_name,
    school_name,
    student_id,
    grade_level,
    assigned_test,
    result_type,
    test_language,
    test_date,
    listening_level,
    vocabulary_level,
    phonological_score,
    phonological_percentile,
    phonological_level,
    phonics_score,
    phonics_percentile,
    phonics_level,
    language_score,
    language_percentile,
    sentence_level,
    words_per_minute,
    oral_rate_level,
    accuracy,
    accuracy_level,
    literal_level,
    screener_outcome,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_nwea_map_fluency
),

compared as (
  select
    term_name,
    school_name,
    student_id,
    grade_level,
    assigned_test,
    result_type,
    test_language,
    test_date,
    listening_level,
    vocabulary_level,
    phonological_score,
    phonological_percentile,
    phonological_level,
    phonics_score,
    phonics_percentile,
    phonics_level,
    language_score,
    language_percentile,
    sentence_level,
    words_per_minute,
    oral_rate_level,
    accuracy,
    accuracy_level,
    literal_level,
    screener_outcome,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and school_name is not distinct from lag(school_name) over versions
        and grade_level is not distinct from lag(grade_level) over versions
        and listening_level is not distinct from lag(listening_level) over versions
        and vocabulary_level is not distinct from lag(vocabulary_level) over versions
        and phonological_score is not distinct from lag(phonological_score) over versions
        and phonological_percentile is not distinct from lag(phonological_percentile) over versions
        and phonological_level is not distinct from lag(phonological_level) over versions
        and phonics_score is not distinct from lag(phonics_score) over versions
        and phonics_percentile is not distinct from lag(phonics_percentile) over versions
        and phonics_level is not distinct from lag(phonics_level) over versions
        and language_score is not distinct from lag(language_score) over versions
        and language_percentile is not distinct from lag(language_percentile) over versions
        and sentence_level is not distinct from lag(sentence_level) over versions
        and words_per_minute is not distinct from lag(words_per_minute) over versions
        and oral_rate_level is not distinct from lag(oral_rate_level) over versions
        and accuracy is not distinct from lag(accuracy) over versions
        and accuracy_level is not distinct from lag(accuracy_level) over versions
        and literal_level is not distinct from lag(literal_level) over versions
        and screener_outcome is not distinct from lag(screener_outcome) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by student_id, term_name, assigned_test, result_type, test_language, test_date order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    term_name,
    school_name,
    student_id,
    grade_level,
    assigned_test,
    result_type,
    test_language,
    test_date,
    listening_level,
    vocabulary_level,
    phonological_score,
    phonological_percentile,
    phonological_level,
    phonics_score,
    phonics_percentile,
    phonics_level,
    language_score,
    language_percentile,
    sentence_level,
    words_per_minute,
    oral_rate_level,
    accuracy,
    accuracy_level,
    literal_level,
    screener_outcome,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by student_id, term_name, assigned_test, result_type, test_language, test_date order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    term_name,
    school_name,
    student_id,
    grade_level,
    assigned_test,
    result_type,
    test_language,
    test_date,
    listening_level,
    vocabulary_level,
    phonological_score,
    phonological_percentile,
    phonological_level,
    phonics_score,
    phonics_percentile,
    phonics_level,
    language_score,
    language_percentile,
    sentence_level,
    words_per_minute,
    oral_rate_level,
    accuracy,
    accuracy_level,
    literal_level,
    screener_outcome,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by student_id, term_name, assigned_test, result_type, test_language, test_date, run_no) as known_from,
    first_value(known_basis) over (partition by student_id, term_name, assigned_test, result_type, test_language, test_date, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    term_name,
    school_name,
    student_id,
    grade_level,
    assigned_test,
    result_type,
    test_language,
    test_date,
    listening_level,
    vocabulary_level,
    phonological_score,
    phonological_percentile,
    phonological_level,
    phonics_score,
    phonics_percentile,
    phonics_level,
    language_score,
    language_percentile,
    sentence_level,
    words_per_minute,
    oral_rate_level,
    accuracy,
    accuracy_level,
    literal_level,
    screener_outcome,
    coalesce(student_id, '') || '|' || coalesce(term_name, '') || '|' || coalesce(assigned_test, '') || '|' || coalesce(result_type, '') || '|' || coalesce(test_language, '') || '|' || coalesce(cast(test_date as varchar), '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by student_id, term_name, assigned_test, result_type, test_language, test_date order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  term_name,
  school_name,
  student_id,
  grade_level,
  assigned_test,
  result_type,
  test_language,
  test_date,
  listening_level,
  vocabulary_level,
  phonological_score,
  phonological_percentile,
  phonological_level,
  phonics_score,
  phonics_percentile,
  phonics_level,
  language_score,
  language_percentile,
  sentence_level,
  words_per_minute,
  oral_rate_level,
  accuracy,
  accuracy_level,
  literal_level,
  screener_outcome,
  source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  is_current,
  is_deleted
from history
