-- Generated from sql/mart/student_source_day.sql; edit that file.
WITH activity AS (
  SELECT
    digital_activity_event.student_key AS student_key,
    digital_activity_event.event_date AS event_date,
    digital_activity_event.module AS module,
    digital_activity_event.event_object AS event_object,
    digital_activity_event.month AS month,
    COUNT(*) AS events,
    SUM(
      CASE
        WHEN digital_activity_event.window_days = 1
        THEN CAST(digital_activity_event.time_on_task_seconds AS DOUBLE)
      END
    ) / 6e1 AS minutes,
    CAST(SUM(CASE WHEN digital_activity_event.window_days = 1 THEN digital_activity_event.access_count END) AS BIGINT) AS accesses
  FROM digital_activity_event AS digital_activity_event
  WHERE
    digital_activity_event.is_activity
    AND NOT digital_activity_event.student_key IS NULL
    AND NOT digital_activity_event.event_date IS NULL
  GROUP BY
    digital_activity_event.student_key,
    digital_activity_event.event_date,
    digital_activity_event.module,
    digital_activity_event.event_object,
    digital_activity_event.month
)
SELECT
  CAST(activity.student_key AS TEXT) AS student_key,
  CAST(activity.event_date AS DATE) AS event_date,
  CAST(activity.module AS TEXT) AS module,
  CAST(activity.event_object AS TEXT) AS event_object,
  CAST(activity.events AS BIGINT) AS events,
  CAST(activity.minutes AS DOUBLE) AS minutes,
  CAST(activity.accesses AS BIGINT) AS accesses,
  CAST(activity.month AS TEXT) AS month
FROM activity AS activity
