-- clever_daily_participation: all versions.
-- Generated from modules/clever/module.yaml; edit that file.
with

delivered as (
  select
    date,
    sis_id,
    clever_user_id,
    clever_school_id,
    school_name,
    active,
    num_logins,
    num_resources_accessed,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_clever_daily_participation
),

compared as (
  select
    date,
    sis_id,
    clever_user_id,
    clever_school_id,
    school_name,
    active,
    num_logins,
    num_resources_accessed,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and clever_school_id is not distinct from lag(clever_school_id) over versions
        and school_name is not distinct from lag(school_name) over versions
        and active is not distinct from lag(active) over versions
        and num_logins is not distinct from lag(num_logins) over versions
        and num_resources_accessed is not distinct from lag(num_resources_accessed) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by date, clever_user_id, sis_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    date,
    sis_id,
    clever_user_id,
    clever_school_id,
    school_name,
    active,
    num_logins,
    num_resources_accessed,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by date, clever_user_id, sis_id order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    date,
    sis_id,
    clever_user_id,
    clever_school_id,
    school_name,
    active,
    num_logins,
    num_resources_accessed,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by date, clever_user_id, sis_id, run_no) as known_from,
    first_value(known_basis) over (partition by date, clever_user_id, sis_id, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    date,
    sis_id,
    clever_user_id,
    clever_school_id,
    school_name,
    active,
    num_logins,
    num_resources_accessed,
    coalesce(cast(date as string), '') || '|' || coalesce(clever_user_id, '') || '|' || coalesce(sis_id, '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by date, clever_user_id, sis_id order by version_no) is null as is_current,
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
  active,
  num_logins,
  num_resources_accessed,
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
