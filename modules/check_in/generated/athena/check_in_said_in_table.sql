-- check_in_said_in_table: all versions.
-- Generated from modules/check_in/module.yaml; edit that file.
with

delivered as (
  select
    disposition_id,
    item_id,
    district,
    school_key,
    student_key,
    acted_at,
    acted_on,
    by_key,
    kind,
    next_step,
    owner,
    due_on,
    note_code,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_check_in_said_in_table
),

compared as (
  select
    disposition_id,
    item_id,
    district,
    school_key,
    student_key,
    acted_at,
    acted_on,
    by_key,
    kind,
    next_step,
    owner,
    due_on,
    note_code,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and item_id is not distinct from lag(item_id) over versions
        and district is not distinct from lag(district) over versions
        and school_key is not distinct from lag(school_key) over versions
        and student_key is not distinct from lag(student_key) over versions
        and acted_on is not distinct from lag(acted_on) over versions
        and by_key is not distinct from lag(by_key) over versions
        and kind is not distinct from lag(kind) over versions
        and next_step is not distinct from lag(next_step) over versions
        and owner is not distinct from lag(owner) over versions
        and due_on is not distinct from lag(due_on) over versions
        and note_code is not distinct from lag(note_code) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by disposition_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    disposition_id,
    item_id,
    district,
    school_key,
    student_key,
    acted_at,
    acted_on,
    by_key,
    kind,
    next_step,
    owner,
    due_on,
    note_code,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by disposition_id order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    disposition_id,
    item_id,
    district,
    school_key,
    student_key,
    acted_at,
    acted_on,
    by_key,
    kind,
    next_step,
    owner,
    due_on,
    note_code,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by disposition_id, run_no) as known_from,
    first_value(known_basis) over (partition by disposition_id, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    disposition_id,
    item_id,
    district,
    school_key,
    student_key,
    acted_at,
    acted_on,
    by_key,
    kind,
    next_step,
    owner,
    due_on,
    note_code,
    coalesce(disposition_id, '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by disposition_id order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  disposition_id,
  item_id,
  district,
  school_key,
  student_key,
  acted_at,
  acted_on,
  by_key,
  kind,
  next_step,
  owner,
  due_on,
  note_code,
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
