-- Generated from sql/features/digital_week.sql; edit that file.
WITH source_dates AS (
  SELECT
    digital_activity_event.module AS module,
    digital_activity_event.event_object AS event_object,
    digital_activity_event.event_date AS event_date,
    digital_activity_event.known_from AS known_from
  FROM digital_activity_event AS digital_activity_event
  GROUP BY
    digital_activity_event.module,
    digital_activity_event.event_object,
    digital_activity_event.event_date,
    digital_activity_event.known_from
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
), seen AS (
  SELECT
    s.event_date AS event_date,
    s.known_from AS known_from,
    p.year_begin AS year_begin,
    MIN(p.as_of) AS first_as_of
  FROM source_dates AS s
  INNER JOIN prediction_day AS p
    ON p.year_begin <= s.event_date AND p.as_of >= s.event_date AND p.as_of >= s.known_from
  GROUP BY
    s.event_date,
    s.known_from,
    p.year_begin
), days AS (
  SELECT
    e.student_key AS student_key,
    e.event_date AS event_date,
    s.year_begin AS year_begin,
    MIN(s.first_as_of) AS first_as_of,
    MAX(s.first_as_of) AS last_as_of,
    SUM(CAST(e.time_on_task_seconds AS DOUBLE)) AS seconds,
    SUM(e.access_count) AS accesses,
    MAX(e.known_from) AS known_from
  FROM digital_activity_event AS e
  INNER JOIN seen AS s
    ON s.event_date = e.event_date AND s.known_from = e.known_from
  WHERE
    e.is_activity AND e.window_days = 1
  GROUP BY
    e.student_key,
    e.event_date,
    s.year_begin
), settled AS (
  SELECT
    days.student_key AS student_key,
    days.year_begin AS year_begin,
    days.first_as_of AS first_as_of,
    CAST(FLOOR(CAST(DATEDIFF(DAY, days.year_begin, days.event_date) AS DOUBLE) / 7e0) AS BIGINT) AS week,
    COUNT(*) AS digital_days,
    SUM(days.seconds) AS seconds,
    SUM(days.accesses) AS accesses,
    MAX(days.known_from) AS known_from
  FROM days AS days
  WHERE
    days.first_as_of = days.last_as_of
  GROUP BY
    days.student_key,
    days.year_begin,
    days.first_as_of,
    CAST(FLOOR(CAST(DATEDIFF(DAY, days.year_begin, days.event_date) AS DOUBLE) / 7e0) AS BIGINT)
), growing AS (
  SELECT
    c.student_key AS student_key,
    c.as_of AS as_of,
    c.year_begin AS year_begin,
    e.event_date AS event_date,
    SUM(CAST(e.time_on_task_seconds AS DOUBLE)) AS seconds,
    SUM(e.access_count) AS accesses,
    MAX(e.known_from) AS known_from
  FROM days AS d
  INNER JOIN digital_activity_event AS e
    ON e.student_key = d.student_key AND e.event_date = d.event_date
  INNER JOIN student_case AS c
    ON c.student_key = d.student_key
    AND c.year_begin = d.year_begin
    AND e.event_date <= c.as_of
    AND e.known_from <= c.as_of
  WHERE
    d.first_as_of < d.last_as_of AND e.is_activity AND e.window_days = 1
  GROUP BY
    c.student_key,
    c.as_of,
    c.year_begin,
    e.event_date
), parts AS (
  SELECT
    c.student_key AS student_key,
    c.as_of AS as_of,
    s.week AS week,
    s.digital_days AS digital_days,
    s.seconds AS seconds,
    s.accesses AS accesses,
    s.known_from AS known_from
  FROM student_case AS c
  INNER JOIN settled AS s
    ON s.student_key = c.student_key AND s.year_begin = c.year_begin AND s.first_as_of <= c.as_of
  UNION ALL
  SELECT
    growing.student_key AS student_key,
    growing.as_of AS as_of,
    CAST(FLOOR(CAST(DATEDIFF(DAY, growing.year_begin, growing.event_date) AS DOUBLE) / 7e0) AS BIGINT) AS week,
    CAST(1 AS BIGINT) AS digital_days,
    growing.seconds AS seconds,
    growing.accesses AS accesses,
    growing.known_from AS known_from
  FROM growing AS growing
), weeks AS (
  SELECT
    parts.student_key AS student_key,
    parts.as_of AS as_of,
    parts.week AS week,
    SUM(parts.digital_days) AS digital_days,
    SUM(parts.seconds) / 6e1 AS minutes,
    SUM(parts.accesses) AS accesses,
    MAX(parts.known_from) AS known_from
  FROM parts AS parts
  GROUP BY
    parts.student_key,
    parts.as_of,
    parts.week
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
