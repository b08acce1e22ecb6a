-- Attendance marks of the student information system, for a whole day or for a period of a section.
-- grain: one row for each version of (student, date, period, section, sequence)

with

marks as (
  select
    'studentattendance' as source_table,
    student_id, school_id, attendance_date, all_day, period, section_id,
    attendance_code, attendance_status, presence_flag,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from contoso_sis_studentattendance
  union all
  select
    'studentattendance_day_first' as source_table,
    student_id, school_id, attendance_date, all_day, period, section_id,
    attendance_code, attendance_status, presence_flag,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from contoso_sis_studentattendance_day_first
)

select
  cast('sis_student' as varchar) as id_system,
  student_id,
  school_id as source_school_id,
  attendance_date as event_date,
  -- Some files leave "whole day" blank; a mark without period and section is then one of the day.
  cast(case
    when all_day then 'day'
    when all_day is null and period is null and section_id is null then 'day'
    else 'period'
  end as varchar) as grain,
  period,
  section_id as source_section_id,
  attendance_code as local_code,
  cast(coalesce(attendance_status, case when presence_flag then 'Present' when not presence_flag then 'Absent' end) as varchar) as local_status,
  cast(null as double) as duration_fraction,
  cast('contoso_sis' as varchar) as module,
  cast(source_table as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from marks
