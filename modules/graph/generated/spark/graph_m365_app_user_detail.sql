-- graph_m365_app_user_detail: all versions.
-- Generated from modules/graph/module.yaml; edit that file.
with

delivered as (
  select
    report_date,
    upn,
    last_activity_date,
    report_period,
    excel,
    one_note,
    outlook,
    power_point,
    teams,
    word,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_graph_m365_app_user_detail
),

compared as (
  select
    report_date,
    upn,
    last_activity_date,
    report_period,
    excel,
    one_note,
    outlook,
    power_point,
    teams,
    word,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and last_activity_date is not distinct from lag(last_activity_date) over versions
        and report_period is not distinct from lag(report_period) over versions
        and excel is not distinct from lag(excel) over versions
        and one_note is not distinct from lag(one_note) over versions
        and outlook is not distinct from lag(outlook) over versions
        and power_point is not distinct from lag(power_point) over versions
        and teams is not distinct from lag(teams) over versions
        and word is not distinct from lag(word) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by report_date, upn order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    report_date,
    upn,
    last_activity_date,
    report_period,
    excel,
    one_note,
    outlook,
    power_point,
    teams,
    word,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by report_date, upn order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    report_date,
    upn,
    last_activity_date,
    report_period,
    excel,
    one_note,
    outlook,
    power_point,
    teams,
    word,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by report_date, upn, run_no) as known_from,
    first_value(known_basis) over (partition by report_date, upn, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    report_date,
    upn,
    last_activity_date,
    report_period,
    excel,
    one_note,
    outlook,
    power_point,
    teams,
    word,
    coalesce(cast(report_date as string), '') || '|' || coalesce(upn, '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by report_date, upn order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  report_date,
  upn,
  last_activity_date,
  report_period,
  excel,
  one_note,
  outlook,
  power_point,
  teams,
  word,
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
