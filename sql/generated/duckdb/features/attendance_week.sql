-- Generated from sql/features/attendance_week.sql; edit that file.
WITH days AS (
  SELECT
    c.student_key AS student_key,
    c.as_of AS as_of,
    c.year_begin AS year_begin,
    a.event_date AS event_date,
    AVG(a.present_fraction) AS present_fraction,
    MAX(CASE WHEN a.category = 'absent_unexcused' THEN 1 ELSE 0 END) AS is_unexcused,
    MAX(CASE WHEN a.category = 'tardy' THEN 1 ELSE 0 END) AS is_tardy,
    MAX(a.known_from) AS known_from
  FROM student_case AS c
  INNER JOIN attendance_known AS a
    ON a.student_key = c.student_key
    AND a.event_date >= c.year_begin
    AND a.event_date <= c.as_of
    AND a.known_from <= c.as_of
  WHERE
    a.known_until IS NULL OR a.known_until > c.as_of
  GROUP BY
    c.student_key,
    c.as_of,
    c.year_begin,
    a.event_date
), weeks AS (
  SELECT
    days.student_key AS student_key,
    days.as_of AS as_of,
    CAST(FLOOR(CAST(DATE_SUB('day', days.year_begin, days.event_date) AS DOUBLE) / 7e0) AS BIGINT) AS week,
    days.present_fraction AS present_fraction,
    days.is_unexcused AS is_unexcused,
    days.is_tardy AS is_tardy,
    days.known_from AS known_from
  FROM days AS days
)
SELECT
  CAST(weeks.student_key AS TEXT) AS student_key,
  CAST(weeks.as_of AS DATE) AS as_of,
  CAST(weeks.week AS INT) AS week,
  CAST(COUNT(*) AS DOUBLE) AS school_days,
  CAST(SUM(1e0 - weeks.present_fraction) AS DOUBLE) AS absent_days,
  CAST(SUM(weeks.is_unexcused) AS DOUBLE) AS unexcused_days,
  CAST(SUM(weeks.is_tardy) AS DOUBLE) AS tardy_days,
  CAST(MAX(weeks.known_from) AS DATE) AS known_from
FROM weeks AS weeks
GROUP BY
  weeks.student_key,
  weeks.as_of,
  weeks.week
