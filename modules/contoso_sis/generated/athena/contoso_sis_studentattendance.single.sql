-- contoso_sis_studentattendance: every key occurs once.
-- Generated from modules/contoso_sis/module.yaml; edit that file.
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
  coalesce(student_id, '') || '|' || coalesce(cast(attendance_date as varchar), '') || '|' || coalesce(school_id, '') || '|' || coalesce(period, '') || '|' || coalesce(section_id, '') || '|' || coalesce(cast(attendance_sequence as varchar), '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_contoso_sis_studentattendance
