-- Generated from sql/views/attendance_code_gap.sql; edit that file.
SELECT
  CAST(e.module AS TEXT) AS module,
  CAST(e.local_code AS TEXT) AS local_code,
  CAST(e.local_status AS TEXT) AS local_status,
  CAST(COUNT(*) AS BIGINT) AS marks,
  CAST(COUNT(DISTINCT e.student_key) AS BIGINT) AS students,
  CAST(MIN(e.event_date) AS DATE) AS first_date,
  CAST(MAX(e.event_date) AS DATE) AS last_date
FROM attendance_event AS e
WHERE
  e.is_current AND NOT e.is_deleted AND e.category IS NULL
GROUP BY
  e.module,
  e.local_code,
  e.local_status
