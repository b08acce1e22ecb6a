-- clever_resource_usage: all versions.
-- Generated from modules/clever/module.yaml; edit that file.
with

delivered as (
  select
    date,
    sis_id,
    clever_user_id,
    clever_school_id,
    school_name,
    resource_type,
    resource_name,
    resource_id,
    num_access,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_clever_resource_usage
),

compared as (
  select
    date,
    sis_id,
    clever_user_id,
    clever_school_id,
    school_name,
    resource_type,
    resource_name,
    resource_id,
    num_access,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by date, clever_user_id, sis_id, clever_school_id, school_name, resource_type, resource_name, resource_id, num_access order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    date,
    sis_id,
    clever_user_id,
    clever_school_id,
    school_name,
    resource_type,
    resource_name,
    resource_id,
    num_access,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by date, clever_user_id, sis_id, clever_school_id, school_name, resource_type, resource_name, resource_id, num_access order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    date,
    sis_id,
    clever_user_id,
    clever_school_id,
    school_name,
    resource_type,
    resource_name,
    resource_id,
    num_access,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by date, clever_user_id, sis_id, clever_school_id, school_name, resource_type, resource_name, resource_id, num_access, run_no) as known_from,
    first_value(known_basis) over (partition by date, clever_user_id, sis_id, clever_school_id, school_name, resource_type, resource_name, resource_id, num_access, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    date,
    sis_id,
    clever_user_id,
    clever_school_id,
    school_name,
    resource_type,
    resource_name,
    resource_id,
    num_access,
    coalesce(cast(date as string), '') || '|' || coalesce(clever_user_id, '') || '|' || coalesce(sis_id, '') || '|' || coalesce(clever_school_id, '') || '|' || coalesce(school_name, '') || '|' || coalesce(resource_type, '') || '|' || coalesce(resource_name, '') || '|' || coalesce(resource_id, '') || '|' || coalesce(cast(num_access as string), '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by date, clever_user_id, sis_id, clever_school_id, school_name, resource_type, resource_name, resource_id, num_access order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  date,
  sis_id,
  clever_user_id,
  clever_school_id,
  school_name,
  resource_type,
  resource_name,
  resource_id,
  num_access,
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
