-- Generated from sql/core/digital_student_month.sql; edit that file.
SELECT
  CAST(digital_activity_event.student_key AS TEXT) AS student_key,
  CAST(digital_activity_event.school_key AS TEXT) AS school_key,
  CAST(digital_activity_event.module AS TEXT) AS module,
  CAST(MIN(digital_activity_event.event_date) AS DATE) AS first_date,
  CAST(MAX(digital_activity_event.event_date) AS DATE) AS last_date,
  CAST(COUNT(*) AS BIGINT) AS events,
  CAST(digital_activity_event.month AS TEXT) AS month
FROM digital_activity_event AS digital_activity_event
GROUP BY
  digital_activity_event.student_key,
  digital_activity_event.school_key,
  digital_activity_event.module,
  digital_activity_event.month
