-- iready_diagnostic_ela: all versions.
-- Generated from modules/iready/module.yaml; edit that file.
with

delivered as (
  select
    student_id,
    student_state_id,
    grade_level,
    academic_year,
    school_name,
    enrolled,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    start_date,
    completion_date,
    norming_window,
    is_baseline,
    is_most_recent,
    minutes,
    rush_flag,
    overall_score,
    overall_placement,
    overall_relative_placement,
    percentile,
    lexile_measure,
    phonological_awareness_score,
    phonological_awareness_placement,
    phonics_score,
    phonics_placement,
    high_frequency_words_score,
    high_frequency_words_placement,
    vocabulary_score,
    vocabulary_placement,
    comprehension_score,
    comprehension_placement,
    literature_score,
    literature_placement,
    informational_text_score,
    informational_text_placement,
    diagnostic_language,
    annual_typical_growth,
    annual_stretch_growth,
    mid_on_grade_score,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_iready_diagnostic_ela
),

compared as (
  select
    student_id,
    student_state_id,
    grade_level,
    academic_year,
    school_name,
    enrolled,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    start_date,
    completion_date,
    norming_window,
    is_baseline,
    is_most_recent,
    minutes,
    rush_flag,
    overall_score,
    overall_placement,
    overall_relative_placement,
    percentile,
    lexile_measure,
    phonological_awareness_score,
    phonological_awareness_placement,
    phonics_score,
    phonics_placement,
    high_frequency_words_score,
    high_frequency_words_placement,
    vocabulary_score,
    vocabulary_placement,
    comprehension_score,
    comprehension_placement,
    literature_score,
    literature_placement,
    informational_text_score,
    informational_text_placement,
    diagnostic_language,
    annual_typical_growth,
    annual_stretch_growth,
    mid_on_grade_score,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and student_state_id is not distinct from lag(student_state_id) over versions
        and grade_level is not distinct from lag(grade_level) over versions
        and academic_year is not distinct from lag(academic_year) over versions
        and school_name is not distinct from lag(school_name) over versions
        and enrolled is not distinct from lag(enrolled) over versions
        and sex is not distinct from lag(sex) over versions
        and hispanic_or_latino is not distinct from lag(hispanic_or_latino) over versions
        and race is not distinct from lag(race) over versions
        and english_learner is not distinct from lag(english_learner) over versions
        and special_education is not distinct from lag(special_education) over versions
        and economic_disadvantage is not distinct from lag(economic_disadvantage) over versions
        and migrant is not distinct from lag(migrant) over versions
        and norming_window is not distinct from lag(norming_window) over versions
        and is_baseline is not distinct from lag(is_baseline) over versions
        and is_most_recent is not distinct from lag(is_most_recent) over versions
        and rush_flag is not distinct from lag(rush_flag) over versions
        and overall_placement is not distinct from lag(overall_placement) over versions
        and overall_relative_placement is not distinct from lag(overall_relative_placement) over versions
        and percentile is not distinct from lag(percentile) over versions
        and lexile_measure is not distinct from lag(lexile_measure) over versions
        and phonological_awareness_score is not distinct from lag(phonological_awareness_score) over versions
        and phonological_awareness_placement is not distinct from lag(phonological_awareness_placement) over versions
        and phonics_score is not distinct from lag(phonics_score) over versions
        and phonics_placement is not distinct from lag(phonics_placement) over versions
        and high_frequency_words_score is not distinct from lag(high_frequency_words_score) over versions
        and high_frequency_words_placement is not distinct from lag(high_frequency_words_placement) over versions
        and vocabulary_score is not distinct from lag(vocabulary_score) over versions
        and vocabulary_placement is not distinct from lag(vocabulary_placement) over versions
        and comprehension_score is not distinct from lag(comprehension_score) over versions
        and comprehension_placement is not distinct from lag(comprehension_placement) over versions
        and literature_score is not distinct from lag(literature_score) over versions
        and literature_placement is not distinct from lag(literature_placement) over versions
        and informational_text_score is not distinct from lag(informational_text_score) over versions
        and informational_text_placement is not distinct from lag(informational_text_placement) over versions
        and diagnostic_language is not distinct from lag(diagnostic_language) over versions
        and annual_typical_growth is not distinct from lag(annual_typical_growth) over versions
        and annual_stretch_growth is not distinct from lag(annual_stretch_growth) over versions
        and mid_on_grade_score is not distinct from lag(mid_on_grade_score) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by student_id, start_date, completion_date, minutes, overall_score order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    student_id,
    student_state_id,
    grade_level,
    academic_year,
    school_name,
    enrolled,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    start_date,
    completion_date,
    norming_window,
    is_baseline,
    is_most_recent,
    minutes,
    rush_flag,
    overall_score,
    overall_placement,
    overall_relative_placement,
    percentile,
    lexile_measure,
    phonological_awareness_score,
    phonological_awareness_placement,
    phonics_score,
    phonics_placement,
    high_frequency_words_score,
    high_frequency_words_placement,
    vocabulary_score,
    vocabulary_placement,
    comprehension_score,
    comprehension_placement,
    literature_score,
    literature_placement,
    informational_text_score,
    informational_text_placement,
    diagnostic_language,
    annual_typical_growth,
    annual_stretch_growth,
    mid_on_grade_score,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by student_id, start_date, completion_date, minutes, overall_score order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    student_id,
    student_state_id,
    grade_level,
    academic_year,
    school_name,
    enrolled,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    start_date,
    completion_date,
    norming_window,
    is_baseline,
    is_most_recent,
    minutes,
    rush_flag,
    overall_score,
    overall_placement,
    overall_relative_placement,
    percentile,
    lexile_measure,
    phonological_awareness_score,
    phonological_awareness_placement,
    phonics_score,
    phonics_placement,
    high_frequency_words_score,
    high_frequency_words_placement,
    vocabulary_score,
    vocabulary_placement,
    comprehension_score,
    comprehension_placement,
    literature_score,
    literature_placement,
    informational_text_score,
    informational_text_placement,
    diagnostic_language,
    annual_typical_growth,
    annual_stretch_growth,
    mid_on_grade_score,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by student_id, start_date, completion_date, minutes, overall_score, run_no) as known_from,
    first_value(known_basis) over (partition by student_id, start_date, completion_date, minutes, overall_score, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    student_id,
    student_state_id,
    grade_level,
    academic_year,
    school_name,
    enrolled,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    start_date,
    completion_date,
    norming_window,
    is_baseline,
    is_most_recent,
    minutes,
    rush_flag,
    overall_score,
    overall_placement,
    overall_relative_placement,
    percentile,
    lexile_measure,
    phonological_awareness_score,
    phonological_awareness_placement,
    phonics_score,
    phonics_placement,
    high_frequency_words_score,
    high_frequency_words_placement,
    vocabulary_score,
    vocabulary_placement,
    comprehension_score,
    comprehension_placement,
    literature_score,
    literature_placement,
    informational_text_score,
    informational_text_placement,
    diagnostic_language,
    annual_typical_growth,
    annual_stretch_growth,
    mid_on_grade_score,
    coalesce(student_id, '') || '|' || coalesce(cast(start_date as varchar), '') || '|' || coalesce(cast(completion_date as varchar), '') || '|' || coalesce(cast(minutes as varchar), '') || '|' || coalesce(cast(overall_score as varchar), '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by student_id, start_date, completion_date, minutes, overall_score order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  student_id,
  student_state_id,
  grade_level,
  academic_year,
  school_name,
  enrolled,
  sex,
  hispanic_or_latino,
  race,
  english_learner,
  special_education,
  economic_disadvantage,
  migrant,
  start_date,
  completion_date,
  norming_window,
  is_baseline,
  is_most_recent,
  minutes,
  rush_flag,
  overall_score,
  overall_placement,
  overall_relative_placement,
  percentile,
  lexile_measure,
  phonological_awareness_score,
  phonological_awareness_placement,
  phonics_score,
  phonics_placement,
  high_frequency_words_score,
  high_frequency_words_placement,
  vocabulary_score,
  vocabulary_placement,
  comprehension_score,
  comprehension_placement,
  literature_score,
  literature_placement,
  informational_text_score,
  informational_text_placement,
  diagnostic_language,
  annual_typical_growth,
  annual_stretch_growth,
  mid_on_grade_score,
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
