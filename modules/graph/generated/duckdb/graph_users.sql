-- graph_users: all versions.
-- Generated from modules/graph/module.yaml; edit that file.
with

delivered as (
  select
    object_id,
    upn,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_graph_users
),

compared as (
  select
    object_id,
    upn,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and upn is not distinct from lag(upn) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by object_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    object_id,
    upn,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by object_id order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    object_id,
    upn,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by object_id, run_no) as known_from,
    first_value(known_basis) over (partition by object_id, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    object_id,
    upn,
    coalesce(object_id, '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by object_id order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  object_id,
  upn,
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
