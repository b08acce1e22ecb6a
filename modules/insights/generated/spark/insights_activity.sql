-- insights_activity: all versions.
-- Generated from modules/insights/module.yaml; edit that file.
with

delivered as (
  select
    signal_type,
    start_time,
    start_date,
    signal_id,
    sis_class_id,
    class_id,
    app_name,
    actor_id,
    actor_role,
    schema_version,
    action,
    meeting_duration,
    meeting_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_insights_activity
),

compared as (
  select
    signal_type,
    start_time,
    start_date,
    signal_id,
    sis_class_id,
    class_id,
    app_name,
    actor_id,
    actor_role,
    schema_version,
    action,
    meeting_duration,
    meeting_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and signal_type is not distinct from lag(signal_type) over versions
        and start_time is not distinct from lag(start_time) over versions
        and sis_class_id is not distinct from lag(sis_class_id) over versions
        and class_id is not distinct from lag(class_id) over versions
        and app_name is not distinct from lag(app_name) over versions
        and actor_id is not distinct from lag(actor_id) over versions
        and actor_role is not distinct from lag(actor_role) over versions
        and schema_version is not distinct from lag(schema_version) over versions
        and action is not distinct from lag(action) over versions
        and meeting_duration is not distinct from lag(meeting_duration) over versions
        and meeting_type is not distinct from lag(meeting_type) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by start_date, signal_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    signal_type,
    start_time,
    start_date,
    signal_id,
    sis_class_id,
    class_id,
    app_name,
    actor_id,
    actor_role,
    schema_version,
    action,
    meeting_duration,
    meeting_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by start_date, signal_id order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    signal_type,
    start_time,
    start_date,
    signal_id,
    sis_class_id,
    class_id,
    app_name,
    actor_id,
    actor_role,
    schema_version,
    action,
    meeting_duration,
    meeting_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by start_date, signal_id, run_no) as known_from,
    first_value(known_basis) over (partition by start_date, signal_id, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    signal_type,
    start_time,
    start_date,
    signal_id,
    sis_class_id,
    class_id,
    app_name,
    actor_id,
    actor_role,
    schema_version,
    action,
    meeting_duration,
    meeting_type,
    coalesce(cast(start_date as string), '') || '|' || coalesce(signal_id, '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by start_date, signal_id order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  signal_type,
  start_time,
  start_date,
  signal_id,
  sis_class_id,
  class_id,
  app_name,
  actor_id,
  actor_role,
  schema_version,
  action,
  meeting_duration,
  meeting_type,
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
