-- Generated from sql/features/prediction_day.sql; edit that file.
WITH rule AS (
  SELECT
    prediction_policy.every_school_days AS every_school_days
  FROM prediction_policy AS prediction_policy
)
SELECT
  CAST(d.calendar_date AS DATE) AS as_of,
  CAST(d.school_year AS INT) AS school_year,
  CAST(DATE_TRUNC('WEEK', y.year_begin) AS DATE) AS year_begin,
  CAST(d.school_days_elapsed AS INT) AS school_days_elapsed,
  CAST(d.district_day AS INT) AS district_day,
  CAST(d.is_latest AS BOOLEAN) AS is_latest
FROM district_day AS d
CROSS JOIN rule AS r
INNER JOIN school_year_span AS y
  ON y.school_year = d.school_year
WHERE
  d.school_days_elapsed % NULLIF(r.every_school_days, 0) = 0 OR d.is_latest
