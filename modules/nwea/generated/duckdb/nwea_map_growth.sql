-- nwea_map_growth: all versions.
-- Generated from modules/nwea/module.yaml; edit that file.
with

delivered as (
  select
    term_name,
    school_name,
    school_state_id,
    student_id,
    student_state_id,
    subject,
    course,
    is_growth_measure,
    norms_reference,
    weeks_fall,
    weeks_winter,
    weeks_spring,
    test_type,
    test_name,
    test_date,
    test_time,
    minutes,
    rit_score,
    standard_error,
    percentile,
    achievement_quintile,
    percent_correct,
    rapid_guessing_percent,
    lexile_score,
    quantile_score,
    fall_to_winter_percentile,
    fall_to_spring_percentile,
    winter_to_spring_percentile,
    fall_to_fall_percentile,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_nwea_map_growth
),

compared as (
  select
    term_name,
    school_name,
    school_state_id,
    student_id,
    student_state_id,
    subject,
    course,
    is_growth_measure,
    norms_reference,
    weeks_fall,
    weeks_winter,
    weeks_spring,
    test_type,
    test_name,
    test_date,
    test_time,
    minutes,
    rit_score,
    standard_error,
    percentile,
    achievement_quintile,
    percent_correct,
    rapid_guessing_percent,
    lexile_score,
    quantile_score,
    fall_to_winter_percentile,
    fall_to_spring_percentile,
    winter_to_spring_percentile,
    fall_to_fall_percentile,
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
        and school_state_id is not distinct from lag(school_state_id) over versions
        and student_state_id is not distinct from lag(student_state_id) over versions
        and subject is not distinct from lag(subject) over versions
        and is_growth_measure is not distinct from lag(is_growth_measure) over versions
        and norms_reference is not distinct from lag(norms_reference) over versions
        and weeks_fall is not distinct from lag(weeks_fall) over versions
        and weeks_winter is not distinct from lag(weeks_winter) over versions
        and weeks_spring is not distinct from lag(weeks_spring) over versions
        and test_type is not distinct from lag(test_type) over versions
        and minutes is not distinct from lag(minutes) over versions
        and rit_score is not distinct from lag(rit_score) over versions
        and standard_error is not distinct from lag(standard_error) over versions
        and percentile is not distinct from lag(percentile) over versions
        and achievement_quintile is not distinct from lag(achievement_quintile) over versions
        and percent_correct is not distinct from lag(percent_correct) over versions
        and rapid_guessing_percent is not distinct from lag(rapid_guessing_percent) over versions
        and lexile_score is not distinct from lag(lexile_score) over versions
        and quantile_score is not distinct from lag(quantile_score) over versions
        and fall_to_winter_percentile is not distinct from lag(fall_to_winter_percentile) over versions
        and fall_to_spring_percentile is not distinct from lag(fall_to_spring_percentile) over versions
        and winter_to_spring_percentile is not distinct from lag(winter_to_spring_percentile) over versions
        and fall_to_fall_percentile is not distinct from lag(fall_to_fall_percentile) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by student_id, term_name, course, test_name, test_date, test_time order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    term_name,
    school_name,
    school_state_id,
    student_id,
    student_state_id,
    subject,
    course,
    is_growth_measure,
    norms_reference,
    weeks_fall,
    weeks_winter,
    weeks_spring,
    test_type,
    test_name,
    test_date,
    test_time,
    minutes,
    rit_score,
    standard_error,
    percentile,
    achievement_quintile,
    percent_correct,
    rapid_guessing_percent,
    lexile_score,
    quantile_score,
    fall_to_winter_percentile,
    fall_to_spring_percentile,
    winter_to_spring_percentile,
    fall_to_fall_percentile,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by student_id, term_name, course, test_name, test_date, test_time order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    term_name,
    school_name,
    school_state_id,
    student_id,
    student_state_id,
    subject,
    course,
    is_growth_measure,
    norms_reference,
    weeks_fall,
    weeks_winter,
    weeks_spring,
    test_type,
    test_name,
    test_date,
    test_time,
    minutes,
    rit_score,
    standard_error,
    percentile,
    achievement_quintile,
    percent_correct,
    rapid_guessing_percent,
    lexile_score,
    quantile_score,
    fall_to_winter_percentile,
    fall_to_spring_percentile,
    winter_to_spring_percentile,
    fall_to_fall_percentile,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by student_id, term_name, course, test_name, test_date, test_time, run_no) as known_from,
    first_value(known_basis) over (partition by student_id, term_name, course, test_name, test_date, test_time, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    term_name,
    school_name,
    school_state_id,
    student_id,
    student_state_id,
    subject,
    course,
    is_growth_measure,
    norms_reference,
    weeks_fall,
    weeks_winter,
    weeks_spring,
    test_type,
    test_name,
    test_date,
    test_time,
    minutes,
    rit_score,
    standard_error,
    percentile,
    achievement_quintile,
    percent_correct,
    rapid_guessing_percent,
    lexile_score,
    quantile_score,
    fall_to_winter_percentile,
    fall_to_spring_percentile,
    winter_to_spring_percentile,
    fall_to_fall_percentile,
    coalesce(student_id, '') || '|' || coalesce(term_name, '') || '|' || coalesce(course, '') || '|' || coalesce(test_name, '') || '|' || coalesce(cast(test_date as varchar), '') || '|' || coalesce(test_time, '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by student_id, term_name, course, test_name, test_date, test_time order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  term_name,
  school_name,
  school_state_id,
  student_id,
  student_state_id,
  subject,
  course,
  is_growth_measure,
  norms_reference,
  weeks_fall,
  weeks_winter,
  weeks_spring,
  test_type,
  test_name,
  test_date,
  test_time,
  minutes,
  rit_score,
  standard_error,
  percentile,
  achievement_quintile,
  percent_correct,
  rapid_guessing_percent,
  lexile_score,
  quantile_score,
  fall_to_winter_percentile,
  fall_to_spring_percentile,
  winter_to_spring_percentile,
  fall_to_fall_percentile,
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
