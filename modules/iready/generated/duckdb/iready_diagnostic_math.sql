-- iready_diagnostic_math: all versions.
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
    quantile_measure,
    number_and_operations_score,
    number_and_operations_placement,
    algebra_score,
    algebra_placement,
    measurement_and_data_score,
    measurement_and_data_placement,
    geometry_score,
    geometry_placement,
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
  from staged_iready_diagnostic_math
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
    quantile_measure,
    number_and_operations_score,
    number_and_operations_placement,
    algebra_score,
    algebra_placement,
    measurement_and_data_score,
    measurement_and_data_placement,
    geometry_score,
    geometry_placement,
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
        and quantile_measure is not distinct from lag(quantile_measure) over versions
        and number_and_operations_score is not distinct from lag(number_and_operations_score) over versions
        and number_and_operations_placement is not distinct from lag(number_and_operations_placement) over versions
        and algebra_score is not distinct from lag(algebra_score) over versions
        and algebra_placement is not distinct from lag(algebra_placement) over versions
        and measurement_and_data_score is not distinct from lag(measurement_and_data_score) over versions
        and measurement_and_data_placement is not distinct from lag(measurement_and_data_placement) over versions
        and geometry_score is not distinct from lag(geometry_score) over versions
        and geometry_placement is not distinct from lag(geometry_placement) over versions
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
    quantile_measure,
    number_and_operations_score,
    number_and_operations_placement,
    algebra_score,
    algebra_placement,
    measurement_and_data_score,
    measurement_and_data_placement,
    geometry_score,
    geometry_placement,
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
    quantile_measure,
    number_and_operations_score,
    number_and_operations_placement,
    algebra_score,
    algebra_placement,
    measurement_and_data_score,
    measurement_and_data_placement,
    geometry_score,
    geometry_placement,
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
    quantile_measure,
    number_and_operations_score,
    number_and_operations_placement,
    algebra_score,
    algebra_placement,
    measurement_and_data_score,
    measurement_and_data_placement,
    geometry_score,
    geometry_placement,
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
  quantile_measure,
  number_and_operations_score,
  number_and_operations_placement,
  algebra_score,
  algebra_placement,
  measurement_and_data_score,
  measurement_and_data_placement,
  geometry_score,
  geometry_placement,
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
