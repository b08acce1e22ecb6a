-- Generated from sql/mart/source_day.sql; edit that file.
SELECT
  CAST(digital_activity_event.module AS TEXT) AS module,
  CAST(digital_activity_event.event_object AS TEXT) AS event_object,
  CAST(digital_activity_event.event_date AS DATE) AS event_date,
  CAST(COUNT(*) AS BIGINT) AS events,
  CAST(COUNT(CASE WHEN digital_activity_event.student_key IS NULL THEN 1 END) AS BIGINT) AS unmatched_events,
  CAST(COUNT(CASE WHEN digital_activity_event.window_days > 1 THEN 1 END) AS BIGINT) AS window_events,
  CAST(COUNT(
    CASE
      WHEN NOT digital_activity_event.time_on_task_seconds IS NULL AND digital_activity_event.window_days = 1
      THEN 1
    END
  ) > 0 AS BOOLEAN) AS measures_minutes,
  CAST(COUNT(
    CASE
      WHEN NOT digital_activity_event.access_count IS NULL AND digital_activity_event.window_days = 1
      THEN 1
    END
  ) > 0 AS BOOLEAN) AS measures_accesses,
  CAST(digital_activity_event.month AS TEXT) AS month
FROM digital_activity_event AS digital_activity_event
WHERE
  NOT digital_activity_event.event_date IS NULL
GROUP BY
  digital_activity_event.module,
  digital_activity_event.event_object,
  digital_activity_event.event_date,
  digital_activity_event.month
