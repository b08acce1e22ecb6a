-- Generated from sql/core/attendance_student_month.sql; edit that file.
SELECT
  CAST(attendance_event.student_key AS STRING) AS student_key,
  CAST(attendance_event.school_key AS STRING) AS school_key,
  CAST(attendance_event.module AS STRING) AS module,
  CAST(MIN(attendance_event.event_date) AS DATE) AS first_date,
  CAST(MAX(attendance_event.event_date) AS DATE) AS last_date,
  CAST(COUNT(*) AS BIGINT) AS marks,
  CAST(attendance_event.month AS STRING) AS month
FROM attendance_event AS attendance_event
WHERE
  attendance_event.is_current AND NOT attendance_event.is_deleted
GROUP BY
  attendance_event.student_key,
  attendance_event.school_key,
  attendance_event.module,
  attendance_event.month
