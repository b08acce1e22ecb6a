-- contoso_sis_studentdemographics: all versions.
-- Generated from modules/contoso_sis/module.yaml; edit that file.
with

delivered as (
  select
    student_id,
    race,
    primary_language,
    english_learner,
    special_education,
    low_income,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_contoso_sis_studentdemographics
),

compared as (
  select
    student_id,
    race,
    primary_language,
    english_learner,
    special_education,
    low_income,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and race is not distinct from lag(race) over versions
        and primary_language is not distinct from lag(primary_language) over versions
        and english_learner is not distinct from lag(english_learner) over versions
        and special_education is not distinct from lag(special_education) over versions
        and low_income is not distinct from lag(low_income) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by student_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    student_id,
    race,
    primary_language,
    english_learner,
    special_education,
    low_income,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by student_id order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    student_id,
    race,
    primary_language,
    english_learner,
    special_education,
    low_income,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by student_id, run_no) as known_from,
    first_value(known_basis) over (partition by student_id, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    student_id,
    race,
    primary_language,
    english_learner,
    special_education,
    low_income,
    coalesce(student_id, '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by student_id order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  student_id,
  race,
  primary_language,
  english_learner,
  special_education,
  low_income,
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
