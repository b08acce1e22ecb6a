-- edfi_course_transcripts: all versions.
-- Generated from modules/edfi/module.yaml; edit that file.
with

delivered as (
  select
    resource_id,
    student_id,
    record_organization_id,
    school_year,
    term_descriptor,
    course_code,
    course_organization_id,
    attempt_result_descriptor,
    letter_grade,
    numeric_grade,
    credits_attempted,
    credits_earned,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    operation = 'delete' as is_deleted
  from staged_edfi_course_transcripts
),

lives as (
  select
    resource_id,
    student_id,
    record_organization_id,
    school_year,
    term_descriptor,
    course_code,
    course_organization_id,
    attempt_result_descriptor,
    letter_grade,
    numeric_grade,
    credits_attempted,
    credits_earned,
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
    first_value(record_organization_id) over life_versions as record_organization_id,
    first_value(school_year) over life_versions as school_year,
    first_value(term_descriptor) over life_versions as term_descriptor,
    first_value(course_code) over life_versions as course_code,
    first_value(course_organization_id) over life_versions as course_organization_id,
    first_value(attempt_result_descriptor) over life_versions as attempt_result_descriptor,
    first_value(letter_grade) over life_versions as letter_grade,
    first_value(numeric_grade) over life_versions as numeric_grade,
    first_value(credits_attempted) over life_versions as credits_attempted,
    first_value(credits_earned) over life_versions as credits_earned,
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
    record_organization_id,
    school_year,
    term_descriptor,
    course_code,
    course_organization_id,
    attempt_result_descriptor,
    letter_grade,
    numeric_grade,
    credits_attempted,
    credits_earned,
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
        and record_organization_id is not distinct from lag(record_organization_id) over versions
        and school_year is not distinct from lag(school_year) over versions
        and term_descriptor is not distinct from lag(term_descriptor) over versions
        and course_code is not distinct from lag(course_code) over versions
        and course_organization_id is not distinct from lag(course_organization_id) over versions
        and attempt_result_descriptor is not distinct from lag(attempt_result_descriptor) over versions
        and letter_grade is not distinct from lag(letter_grade) over versions
        and numeric_grade is not distinct from lag(numeric_grade) over versions
        and credits_attempted is not distinct from lag(credits_attempted) over versions
        and credits_earned is not distinct from lag(credits_earned) over versions
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
    record_organization_id,
    school_year,
    term_descriptor,
    course_code,
    course_organization_id,
    attempt_result_descriptor,
    letter_grade,
    numeric_grade,
    credits_attempted,
    credits_earned,
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
    record_organization_id,
    school_year,
    term_descriptor,
    course_code,
    course_organization_id,
    attempt_result_descriptor,
    letter_grade,
    numeric_grade,
    credits_attempted,
    credits_earned,
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
    record_organization_id,
    school_year,
    term_descriptor,
    course_code,
    course_organization_id,
    attempt_result_descriptor,
    letter_grade,
    numeric_grade,
    credits_attempted,
    credits_earned,
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
  record_organization_id,
  school_year,
  term_descriptor,
  course_code,
  course_organization_id,
  attempt_result_descriptor,
  letter_grade,
  numeric_grade,
  credits_attempted,
  credits_earned,
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
