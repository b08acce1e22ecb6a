-- insights_aad_group: all versions.
-- Generated from modules/insights/module.yaml; edit that file.
with

delivered as (
  select
    class_id,
    section_id,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    delivery,
    operation = 'unread' as is_unread,
    operation = 'delete' as is_deleted
  from staged_insights_aad_group
),

sets as (
  select
    as_of,
    min(batch_id) as batch_id,
    max(known_from) as known_from,
    max(known_basis) as known_basis,
    bool_or(delivery = 'snapshot') and not bool_or(delivery = 'partial') as is_full
  from delivered
  where not is_deleted and not is_unread
  group by as_of
),

following as (
  select
    as_of,
    min(case when is_full then as_of end) over (order by as_of rows between 1 following and unbounded following) as next_full
  from sets
),

present as (
  select
    class_id,
    as_of,
    lead(as_of) over (partition by class_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no) as next_present
  from delivered
  where not is_deleted
),

absent as (
  select
    present.class_id,
    cast(null as varchar) as section_id,
    sets.batch_id,
    cast(0 as bigint) as record_no,
    following.next_full as as_of,
    cast(null as bigint) as change_no,
    sets.known_from,
    sets.known_basis,
    true as is_deleted
  from present
  inner join following
    on present.as_of = following.as_of
  inner join sets
    on following.next_full = sets.as_of
  where present.next_present is null or present.next_present > following.next_full
),

changes as (
  select
    class_id,
    section_id,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted
  from delivered
  where not is_unread
  union all
  select
    class_id,
    section_id,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted
  from absent
),

lives as (
  select
    class_id,
    section_id,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    count(case when not is_deleted then 1 end) over (partition by class_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no rows between unbounded preceding and current row) as life,
    row_number() over versions as version_no
  from changes
  window versions as (partition by class_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

filled as (
  select
    class_id,
    first_value(section_id) over life_versions as section_id,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted
  from lives
  where life > 0
  window life_versions as (partition by class_id, life order by version_no)
),

compared as (
  select
    class_id,
    section_id,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and section_id is not distinct from lag(section_id) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from filled
  window versions as (partition by class_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    class_id,
    section_id,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by class_id order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    class_id,
    section_id,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by class_id, run_no) as known_from,
    first_value(known_basis) over (partition by class_id, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    class_id,
    section_id,
    coalesce(class_id, '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by class_id order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  class_id,
  section_id,
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
