-- Generated from sql/mart/source_day.sql; edit that file.
SELECT
  CAST(digital_activity_event.module AS STRING) AS module,
  CAST(digital_activity_event.event_object AS STRING) AS event_object,
  CAST(digital_activity_event.event_date AS DATE) AS event_date,
  CAST(COUNT(*) AS BIGINT) AS events,
  CAST(COUNT_IF(digital_activity_event.student_key IS NULL) AS BIGINT) AS unmatched_events,
  CAST(COUNT_IF(digital_activity_event.window_days > 1) AS BIGINT) AS window_events,
  CAST(COUNT_IF(NOT digital_activity_event.time_on_task_seconds IS NULL AND digital_activity_event.window_days = 1) > 0 AS BOOLEAN) AS measures_minutes,
  CAST(COUNT_IF(NOT digital_activity_event.access_count IS NULL AND digital_activity_event.window_days = 1) > 0 AS BOOLEAN) AS measures_accesses,
  CAST(digital_activity_event.month AS STRING) AS month
FROM digital_activity_event AS digital_activity_event
WHERE
  NOT digital_activity_event.event_date IS NULL
GROUP BY
  digital_activity_event.module,
  digital_activity_event.event_object,
  digital_activity_event.event_date,
  digital_activity_event.month
