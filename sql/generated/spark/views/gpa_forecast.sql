-- Generated from sql/views/gpa_forecast.sql; edit that file.
WITH run AS (
  SELECT
    policy.run_date AS run_date
  FROM policy AS policy
)
SELECT
  CAST(f.student_key AS STRING) AS student_key,
  CAST(f.as_of AS DATE) AS as_of,
  CAST(f.forecast AS DOUBLE) AS forecast,
  CAST(f.low AS DOUBLE) AS low,
  CAST(f.high AS DOUBLE) AS high,
  CAST(f.model_id AS STRING) AS model_id,
  CAST(f.expires_on AS DATE) AS expires_on
FROM mark_forecast AS f
CROSS JOIN run AS r
WHERE
  f.expires_on >= r.run_date
