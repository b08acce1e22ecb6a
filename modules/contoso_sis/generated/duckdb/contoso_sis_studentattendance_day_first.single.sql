-- Generated from modules/contoso_sis/module.yaml; edit that file.
SELECT
  staged_contoso_sis_studentattendance_day_first.student_id AS student_id,
  staged_contoso_sis_studentattendance_day_first.attendance_date AS attendance_date,
  staged_contoso_sis_studentattendance_day_first.period AS period,
  staged_contoso_sis_studentattendance_day_first.section_id AS section_id,
  staged_contoso_sis_studentattendance_day_first.attendance_sequence AS attendance_sequence,
  staged_contoso_sis_studentattendance_day_first.school_id AS school_id,
  staged_contoso_sis_studentattendance_day_first.all_day AS all_day,
  staged_contoso_sis_studentattendance_day_first.attendance_code AS attendance_code,
  staged_contoso_sis_studentattendance_day_first.presence_flag AS presence_flag,
  staged_contoso_sis_studentattendance_day_first.attendance_status AS attendance_status,
  staged_contoso_sis_studentattendance_day_first.attendance_type AS attendance_type,
  COALESCE(staged_contoso_sis_studentattendance_day_first.student_id, '') || '|' || COALESCE(CAST(staged_contoso_sis_studentattendance_day_first.attendance_date AS TEXT), '') || '|' || COALESCE(staged_contoso_sis_studentattendance_day_first.period, '') || '|' || COALESCE(staged_contoso_sis_studentattendance_day_first.section_id, '') || '|' || COALESCE(CAST(staged_contoso_sis_studentattendance_day_first.attendance_sequence AS TEXT), '') AS source_key,
  staged_contoso_sis_studentattendance_day_first.batch_id AS batch_id,
  staged_contoso_sis_studentattendance_day_first.record_no AS record_no,
  staged_contoso_sis_studentattendance_day_first.as_of AS as_of,
  staged_contoso_sis_studentattendance_day_first.change_no AS change_no,
  staged_contoso_sis_studentattendance_day_first.known_from AS known_from,
  staged_contoso_sis_studentattendance_day_first.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_contoso_sis_studentattendance_day_first AS staged_contoso_sis_studentattendance_day_first
