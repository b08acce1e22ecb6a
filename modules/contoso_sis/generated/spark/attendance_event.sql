-- Generated from modules/contoso_sis/attendance_event.sql; edit that file.
WITH marks AS (
  SELECT
    'studentattendance' AS source_table,
    contoso_sis_studentattendance.student_id AS student_id,
    contoso_sis_studentattendance.school_id AS school_id,
    contoso_sis_studentattendance.attendance_date AS attendance_date,
    contoso_sis_studentattendance.all_day AS all_day,
    contoso_sis_studentattendance.period AS period,
    contoso_sis_studentattendance.section_id AS section_id,
    contoso_sis_studentattendance.attendance_code AS attendance_code,
    contoso_sis_studentattendance.attendance_status AS attendance_status,
    contoso_sis_studentattendance.presence_flag AS presence_flag,
    contoso_sis_studentattendance.source_key AS source_key,
    contoso_sis_studentattendance.batch_id AS batch_id,
    contoso_sis_studentattendance.record_no AS record_no,
    contoso_sis_studentattendance.as_of AS as_of,
    contoso_sis_studentattendance.change_no AS change_no,
    contoso_sis_studentattendance.known_from AS known_from,
    contoso_sis_studentattendance.known_basis AS known_basis,
    contoso_sis_studentattendance.is_current AS is_current,
    contoso_sis_studentattendance.is_deleted AS is_deleted
  FROM contoso_sis_studentattendance AS contoso_sis_studentattendance
  UNION ALL
  SELECT
    'studentattendance_day_first' AS source_table,
    contoso_sis_studentattendance_day_first.student_id AS student_id,
    contoso_sis_studentattendance_day_first.school_id AS school_id,
    contoso_sis_studentattendance_day_first.attendance_date AS attendance_date,
    contoso_sis_studentattendance_day_first.all_day AS all_day,
    contoso_sis_studentattendance_day_first.period AS period,
    contoso_sis_studentattendance_day_first.section_id AS section_id,
    contoso_sis_studentattendance_day_first.attendance_code AS attendance_code,
    contoso_sis_studentattendance_day_first.attendance_status AS attendance_status,
    contoso_sis_studentattendance_day_first.presence_flag AS presence_flag,
    contoso_sis_studentattendance_day_first.source_key AS source_key,
    contoso_sis_studentattendance_day_first.batch_id AS batch_id,
    contoso_sis_studentattendance_day_first.record_no AS record_no,
    contoso_sis_studentattendance_day_first.as_of AS as_of,
    contoso_sis_studentattendance_day_first.change_no AS change_no,
    contoso_sis_studentattendance_day_first.known_from AS known_from,
    contoso_sis_studentattendance_day_first.known_basis AS known_basis,
    contoso_sis_studentattendance_day_first.is_current AS is_current,
    contoso_sis_studentattendance_day_first.is_deleted AS is_deleted
  FROM contoso_sis_studentattendance_day_first AS contoso_sis_studentattendance_day_first
)
SELECT
  CAST('sis_student' AS STRING) AS id_system,
  marks.student_id AS student_id,
  marks.school_id AS source_school_id,
  marks.attendance_date AS event_date,
  CAST(CASE
    WHEN marks.all_day
    THEN 'day'
    WHEN marks.all_day IS NULL AND marks.period IS NULL AND marks.section_id IS NULL
    THEN 'day'
    ELSE 'period'
  END AS STRING) AS grain,
  marks.period AS period,
  marks.section_id AS source_section_id,
  marks.attendance_code AS local_code,
  CAST(COALESCE(
    marks.attendance_status,
    CASE WHEN marks.presence_flag THEN 'Present' WHEN NOT marks.presence_flag THEN 'Absent' END
  ) AS STRING) AS local_status,
  CAST(NULL AS DOUBLE) AS duration_fraction,
  CAST('contoso_sis' AS STRING) AS module,
  CAST(marks.source_table AS STRING) AS source_table,
  marks.source_key AS source_key,
  marks.batch_id AS batch_id,
  marks.record_no AS record_no,
  marks.as_of AS as_of,
  marks.change_no AS change_no,
  marks.known_from AS known_from,
  marks.known_basis AS known_basis,
  marks.is_current AS is_current,
  marks.is_deleted AS is_deleted
FROM marks AS marks
