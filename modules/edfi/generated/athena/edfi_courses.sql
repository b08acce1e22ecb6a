-- edfi_courses: all versions.
-- Generated from modules/edfi/module.yaml; edit that file.
with

delivered as (
  select
    resource_id,
    education_organization_id,
    education_organization_kind,
    course_code,
    course_title,
    subject_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    operation = 'delete' as is_deleted
  from staged_edfi_courses
),

lives as (
  select
    resource_id,
    education_organization_id,
    education_organization_kind,
    course_code,
    course_title,
    subject_descriptor,
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
    first_value(education_organization_id) over life_versions as education_organization_id,
    first_value(education_organization_kind) over life_versions as education_organization_kind,
    first_value(course_code) over life_versions as course_code,
    first_value(course_title) over life_versions as course_title,
    first_value(subject_descriptor) over life_versions as subject_descriptor,
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
    education_organization_id,
    education_organization_kind,
    course_code,
    course_title,
    subject_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and education_organization_id is not distinct from lag(education_organization_id) over versions
        and education_organization_kind is not distinct from lag(education_organization_kind) over versions
        and course_code is not distinct from lag(course_code) over versions
        and course_title is not distinct from lag(course_title) over versions
        and subject_descriptor is not distinct from lag(subject_descriptor) over versions
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
    education_organization_id,
    education_organization_kind,
    course_code,
    course_title,
    subject_descriptor,
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
    education_organization_id,
    education_organization_kind,
    course_code,
    course_title,
    subject_descriptor,
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
    education_organization_id,
    education_organization_kind,
    course_code,
    course_title,
    subject_descriptor,
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
  education_organization_id,
  education_organization_kind,
  course_code,
  course_title,
  subject_descriptor,
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
