-- Generated from sql/features/incident_week.sql; edit that file.
WITH parts AS (
  SELECT
    incident.student_key AS student_key,
    incident.incident_key AS incident_key,
    incident.incident_date AS incident_date,
    MIN(incident.known_from) AS known_from
  FROM incident AS incident
  WHERE
    NOT incident.student_key IS NULL AND NOT incident.incident_date IS NULL
  GROUP BY
    incident.student_key,
    incident.incident_key,
    incident.incident_date
), told AS (
  SELECT
    p.as_of AS as_of,
    p.year_begin AS year_begin,
    MIN(e.incident_date) AS first_date,
    MAX(e.incident_date) AS newest_date
  FROM prediction_day AS p
  INNER JOIN parts AS e
    ON e.known_from <= p.as_of AND e.incident_date <= p.as_of
  GROUP BY
    p.as_of,
    p.year_begin
), covered AS (
  SELECT
    t.as_of AS as_of,
    CAST(FLOOR(CAST(DATE_SUB('day', t.year_begin, d.calendar_date) AS DOUBLE) / 7e0) AS BIGINT) AS week
  FROM told AS t
  INNER JOIN district_day AS d
    ON d.calendar_date >= t.year_begin
    AND d.calendar_date >= t.first_date
    AND d.calendar_date <= t.newest_date
  GROUP BY
    t.as_of,
    CAST(FLOOR(CAST(DATE_SUB('day', t.year_begin, d.calendar_date) AS DOUBLE) / 7e0) AS BIGINT)
), weeks AS (
  SELECT
    c.student_key AS student_key,
    c.as_of AS as_of,
    CAST(FLOOR(CAST(DATE_SUB('day', c.year_begin, e.incident_date) AS DOUBLE) / 7e0) AS BIGINT) AS week,
    COUNT(*) AS incidents,
    MAX(e.known_from) AS known_from
  FROM student_case AS c
  INNER JOIN parts AS e
    ON e.student_key = c.student_key
    AND e.incident_date >= c.year_begin
    AND e.incident_date <= c.as_of
    AND e.known_from <= c.as_of
  GROUP BY
    c.student_key,
    c.as_of,
    CAST(FLOOR(CAST(DATE_SUB('day', c.year_begin, e.incident_date) AS DOUBLE) / 7e0) AS BIGINT)
)
SELECT
  CAST(c.student_key AS TEXT) AS student_key,
  CAST(c.as_of AS DATE) AS as_of,
  CAST(v.week AS INT) AS week,
  CAST(COALESCE(w.incidents, 0) AS DOUBLE) AS incidents,
  CAST(w.known_from AS DATE) AS known_from
FROM student_case AS c
INNER JOIN covered AS v
  ON v.as_of = c.as_of
LEFT JOIN weeks AS w
  ON w.student_key = c.student_key AND w.as_of = c.as_of AND w.week = v.week
