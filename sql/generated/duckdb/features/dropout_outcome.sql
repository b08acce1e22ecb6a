-- Generated from sql/features/dropout_outcome.sql; edit that file.
WITH rule AS (
  SELECT
    prediction_policy.dropout_horizon_days AS dropout_horizon_days
  FROM prediction_policy AS prediction_policy
), said AS (
  SELECT
    student_status.student_key AS student_key
  FROM student_status AS student_status
  WHERE
    student_status.is_current AND NOT student_status.is_deleted AND student_status.status = 'dropped_out'
  UNION ALL
  SELECT
    enrollment.student_key AS student_key
  FROM enrollment AS enrollment
  WHERE
    LOWER(TRIM(enrollment.exit_reason)) IN ('dropped out', 'dropped_out', 'dropout')
), dropped_out AS (
  SELECT
    said.student_key AS student_key
  FROM said AS said
  WHERE
    NOT said.student_key IS NULL
  GROUP BY
    said.student_key
), left_on AS (
  SELECT
    e.student_key AS student_key,
    MAX(e.end_date) AS left_on
  FROM enrollment AS e
  INNER JOIN dropped_out AS d
    ON d.student_key = e.student_key
  GROUP BY
    e.student_key
)
SELECT
  CAST(c.student_key AS TEXT) AS student_key,
  CAST(c.as_of AS DATE) AS as_of,
  CAST(CASE WHEN l.left_on > c.as_of AND l.left_on <= h.calendar_date THEN 1 ELSE 0 END AS DOUBLE) AS dropout,
  CAST(h.calendar_date AS DATE) AS matured_on
FROM student_case AS c
CROSS JOIN rule AS r
INNER JOIN district_day AS h
  ON h.district_day = c.district_day + r.dropout_horizon_days
LEFT JOIN left_on AS l
  ON l.student_key = c.student_key
