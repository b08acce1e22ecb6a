-- Generated from modules/contoso_sis/module.yaml; edit that file.
SELECT
  staged_contoso_sis_studentattendance.student_id AS student_id,
  staged_contoso_sis_studentattendance.attendance_date AS attendance_date,
  staged_contoso_sis_studentattendance.period AS period,
  staged_contoso_sis_studentattendance.section_id AS section_id,
  staged_contoso_sis_studentattendance.attendance_sequence AS attendance_sequence,
  staged_contoso_sis_studentattendance.school_id AS school_id,
  staged_contoso_sis_studentattendance.all_day AS all_day,
  staged_contoso_sis_studentattendance.attendance_code AS attendance_code,
  staged_contoso_sis_studentattendance.presence_flag AS presence_flag,
  staged_contoso_sis_studentattendance.attendance_status AS attendance_status,
  staged_contoso_sis_studentattendance.attendance_type AS attendance_type,
  COALESCE(staged_contoso_sis_studentattendance.student_id, '') || '|' || COALESCE(CAST(staged_contoso_sis_studentattendance.attendance_date AS STRING), '') || '|' || COALESCE(staged_contoso_sis_studentattendance.period, '') || '|' || COALESCE(staged_contoso_sis_studentattendance.section_id, '') || '|' || COALESCE(CAST(staged_contoso_sis_studentattendance.attendance_sequence AS STRING), '') AS source_key,
  staged_contoso_sis_studentattendance.batch_id AS batch_id,
  staged_contoso_sis_studentattendance.record_no AS record_no,
  staged_contoso_sis_studentattendance.as_of AS as_of,
  staged_contoso_sis_studentattendance.change_no AS change_no,
  staged_contoso_sis_studentattendance.known_from AS known_from,
  staged_contoso_sis_studentattendance.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_contoso_sis_studentattendance AS staged_contoso_sis_studentattendance
