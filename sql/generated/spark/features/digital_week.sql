-- Generated from sql/features/digital_week.sql; edit that file.
WITH source_dates AS (
  SELECT
    digital_activity_event.module AS module,
    digital_activity_event.event_object AS event_object,
    digital_activity_event.event_date AS event_date,
    MIN(digital_activity_event.known_from) AS known_from
  FROM digital_activity_event AS digital_activity_event
  GROUP BY
    digital_activity_event.module,
    digital_activity_event.event_object,
    digital_activity_event.event_date
), told AS (
  SELECT
    p.as_of AS as_of,
    s.module AS module,
    s.event_object AS event_object,
    MIN(s.event_date) AS first_date,
    MAX(s.event_date) AS newest_date
  FROM prediction_day AS p
  INNER JOIN source_dates AS s
    ON s.known_from <= p.as_of AND s.event_date <= p.as_of
  GROUP BY
    p.as_of,
    s.module,
    s.event_object
), covered AS (
  SELECT
    p.as_of AS as_of,
    CAST(FLOOR(CAST(DATEDIFF(DAY, p.year_begin, s.covered_date) AS DOUBLE) / 7e0) AS BIGINT) AS week
  FROM prediction_day AS p
  INNER JOIN told AS t
    ON t.as_of = p.as_of
  INNER JOIN source_coverage_day AS s
    ON s.module = t.module
    AND s.event_object = t.event_object
    AND s.covered_date >= t.first_date
    AND s.covered_date <= t.newest_date
    AND s.covered_date >= p.year_begin
    AND s.covered_date < p.as_of
  GROUP BY
    p.as_of,
    CAST(FLOOR(CAST(DATEDIFF(DAY, p.year_begin, s.covered_date) AS DOUBLE) / 7e0) AS BIGINT)
), days AS (
  SELECT
    c.student_key AS student_key,
    c.as_of AS as_of,
    c.year_begin AS year_begin,
    e.event_date AS event_date,
    SUM(CAST(e.time_on_task_seconds AS DOUBLE)) / 6e1 AS minutes,
    SUM(e.access_count) AS accesses,
    MAX(e.known_from) AS known_from
  FROM student_case AS c
  INNER JOIN digital_activity_event AS e
    ON e.student_key = c.student_key
    AND e.event_date >= c.year_begin
    AND e.event_date <= c.as_of
    AND e.known_from <= c.as_of
  WHERE
    e.is_activity AND e.window_days = 1
  GROUP BY
    c.student_key,
    c.as_of,
    c.year_begin,
    e.event_date
), weeks AS (
  SELECT
    days.student_key AS student_key,
    days.as_of AS as_of,
    CAST(FLOOR(CAST(DATEDIFF(DAY, days.year_begin, days.event_date) AS DOUBLE) / 7e0) AS BIGINT) AS week,
    COUNT(*) AS digital_days,
    SUM(days.minutes) AS minutes,
    SUM(days.accesses) AS accesses,
    MAX(days.known_from) AS known_from
  FROM days AS days
  GROUP BY
    days.student_key,
    days.as_of,
    CAST(FLOOR(CAST(DATEDIFF(DAY, days.year_begin, days.event_date) AS DOUBLE) / 7e0) AS BIGINT)
)
SELECT
  CAST(c.student_key AS STRING) AS student_key,
  CAST(c.as_of AS DATE) AS as_of,
  CAST(v.week AS INT) AS week,
  CAST(COALESCE(w.digital_days, 0) AS DOUBLE) AS digital_days,
  CAST(w.minutes AS DOUBLE) AS digital_minutes,
  CAST(w.accesses AS DOUBLE) AS digital_accesses,
  CAST(w.known_from AS DATE) AS known_from
FROM student_case AS c
INNER JOIN covered AS v
  ON v.as_of = c.as_of
LEFT JOIN weeks AS w
  ON w.student_key = c.student_key AND w.as_of = c.as_of AND w.week = v.week
