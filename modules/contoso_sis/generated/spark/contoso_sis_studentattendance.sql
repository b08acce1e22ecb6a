-- contoso_sis_studentattendance: all versions.
-- Generated from modules/contoso_sis/module.yaml; edit that file.
with

delivered as (
  select
    student_id,
    attendance_date,
    period,
    section_id,
    attendance_sequence,
    school_id,
    all_day,
    attendance_code,
    presence_flag,
    attendance_status,
    attendance_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_contoso_sis_studentattendance
),

compared as (
  select
    student_id,
    attendance_date,
    period,
    section_id,
    attendance_sequence,
    school_id,
    all_day,
    attendance_code,
    presence_flag,
    attendance_status,
    attendance_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and all_day is not distinct from lag(all_day) over versions
        and attendance_code is not distinct from lag(attendance_code) over versions
        and presence_flag is not distinct from lag(presence_flag) over versions
        and attendance_status is not distinct from lag(attendance_status) over versions
        and attendance_type is not distinct from lag(attendance_type) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by student_id, attendance_date, school_id, period, section_id, attendance_sequence order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    student_id,
    attendance_date,
    period,
    section_id,
    attendance_sequence,
    school_id,
    all_day,
    attendance_code,
    presence_flag,
    attendance_status,
    attendance_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by student_id, attendance_date, school_id, period, section_id, attendance_sequence order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    student_id,
    attendance_date,
    period,
    section_id,
    attendance_sequence,
    school_id,
    all_day,
    attendance_code,
    presence_flag,
    attendance_status,
    attendance_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by student_id, attendance_date, school_id, period, section_id, attendance_sequence, run_no) as known_from,
    first_value(known_basis) over (partition by student_id, attendance_date, school_id, period, section_id, attendance_sequence, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    student_id,
    attendance_date,
    period,
    section_id,
    attendance_sequence,
    school_id,
    all_day,
    attendance_code,
    presence_flag,
    attendance_status,
    attendance_type,
    coalesce(student_id, '') || '|' || coalesce(cast(attendance_date as string), '') || '|' || coalesce(school_id, '') || '|' || coalesce(period, '') || '|' || coalesce(section_id, '') || '|' || coalesce(cast(attendance_sequence as string), '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by student_id, attendance_date, school_id, period, section_id, attendance_sequence order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  student_id,
  attendance_date,
  period,
  section_id,
  attendance_sequence,
  school_id,
  all_day,
  attendance_code,
  presence_flag,
  attendance_status,
  attendance_type,
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
