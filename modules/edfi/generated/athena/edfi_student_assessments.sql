-- edfi_student_assessments: all versions.
-- Generated from modules/edfi/module.yaml; edit that file.
with

delivered as (
  select
    resource_id,
    student_id,
    assessment_identifier,
    assessment_namespace,
    administration_date,
    grade_descriptor,
    retest_descriptor,
    score_method_1,
    score_1,
    score_method_2,
    score_2,
    score_method_3,
    score_3,
    performance_level_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    operation = 'delete' as is_deleted
  from staged_edfi_student_assessments
),

lives as (
  select
    resource_id,
    student_id,
    assessment_identifier,
    assessment_namespace,
    administration_date,
    grade_descriptor,
    retest_descriptor,
    score_method_1,
    score_1,
    score_method_2,
    score_2,
    score_method_3,
    score_3,
    performance_level_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    count(case when not is_deleted then 1 end) over (partition by resource_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no rows between unbounded preceding and current row) as life,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by resource_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

filled as (
  select
    resource_id,
    first_value(student_id) over life_versions as student_id,
    first_value(assessment_identifier) over life_versions as assessment_identifier,
    first_value(assessment_namespace) over life_versions as assessment_namespace,
    first_value(administration_date) over life_versions as administration_date,
    first_value(grade_descriptor) over life_versions as grade_descriptor,
    first_value(retest_descriptor) over life_versions as retest_descriptor,
    first_value(score_method_1) over life_versions as score_method_1,
    first_value(score_1) over life_versions as score_1,
    first_value(score_method_2) over life_versions as score_method_2,
    first_value(score_2) over life_versions as score_2,
    first_value(score_method_3) over life_versions as score_method_3,
    first_value(score_3) over life_versions as score_3,
    first_value(performance_level_descriptor) over life_versions as performance_level_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted
  from lives
  where life > 0
  window life_versions as (partition by resource_id, life order by version_no)
),

compared as (
  select
    resource_id,
    student_id,
    assessment_identifier,
    assessment_namespace,
    administration_date,
    grade_descriptor,
    retest_descriptor,
    score_method_1,
    score_1,
    score_method_2,
    score_2,
    score_method_3,
    score_3,
    performance_level_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and student_id is not distinct from lag(student_id) over versions
        and assessment_identifier is not distinct from lag(assessment_identifier) over versions
        and assessment_namespace is not distinct from lag(assessment_namespace) over versions
        and administration_date is not distinct from lag(administration_date) over versions
        and grade_descriptor is not distinct from lag(grade_descriptor) over versions
        and retest_descriptor is not distinct from lag(retest_descriptor) over versions
        and score_method_1 is not distinct from lag(score_method_1) over versions
        and score_1 is not distinct from lag(score_1) over versions
        and score_method_2 is not distinct from lag(score_method_2) over versions
        and score_2 is not distinct from lag(score_2) over versions
        and score_method_3 is not distinct from lag(score_method_3) over versions
        and score_3 is not distinct from lag(score_3) over versions
        and performance_level_descriptor is not distinct from lag(performance_level_descriptor) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from filled
  window versions as (partition by resource_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    resource_id,
    student_id,
    assessment_identifier,
    assessment_namespace,
    administration_date,
    grade_descriptor,
    retest_descriptor,
    score_method_1,
    score_1,
    score_method_2,
    score_2,
    score_method_3,
    score_3,
    performance_level_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by resource_id order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    resource_id,
    student_id,
    assessment_identifier,
    assessment_namespace,
    administration_date,
    grade_descriptor,
    retest_descriptor,
    score_method_1,
    score_1,
    score_method_2,
    score_2,
    score_method_3,
    score_3,
    performance_level_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by resource_id, run_no) as known_from,
    first_value(known_basis) over (partition by resource_id, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    resource_id,
    student_id,
    assessment_identifier,
    assessment_namespace,
    administration_date,
    grade_descriptor,
    retest_descriptor,
    score_method_1,
    score_1,
    score_method_2,
    score_2,
    score_method_3,
    score_3,
    performance_level_descriptor,
    coalesce(resource_id, '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by resource_id order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  resource_id,
  student_id,
  assessment_identifier,
  assessment_namespace,
  administration_date,
  grade_descriptor,
  retest_descriptor,
  score_method_1,
  score_1,
  score_method_2,
  score_2,
  score_method_3,
  score_3,
  performance_level_descriptor,
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
