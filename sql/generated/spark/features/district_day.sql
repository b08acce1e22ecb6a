-- Generated from sql/features/district_day.sql; edit that file.
WITH rule AS (
  SELECT
    prediction_policy.last_day AS last_day
  FROM prediction_policy AS prediction_policy
), schools AS (
  SELECT
    calendar_day.school_year AS school_year,
    calendar_day.school_key AS school_key
  FROM calendar_day AS calendar_day
  WHERE
    calendar_day.is_school_day
  GROUP BY
    calendar_day.school_year,
    calendar_day.school_key
), school_counts AS (
  SELECT
    schools.school_year AS school_year,
    COUNT(*) AS schools
  FROM schools AS schools
  GROUP BY
    schools.school_year
), open_days AS (
  SELECT
    c.school_year AS school_year,
    c.calendar_date AS calendar_date
  FROM calendar_day AS c
  INNER JOIN school_counts AS n
    ON n.school_year = c.school_year
  CROSS JOIN rule AS r
  WHERE
    c.is_school_day AND c.has_elapsed AND (
      r.last_day IS NULL OR c.calendar_date <= r.last_day
    )
  GROUP BY
    c.school_year,
    c.calendar_date,
    n.schools
  HAVING
    COUNT(*) + COUNT(*) >= n.schools
)
SELECT
  CAST(open_days.calendar_date AS DATE) AS calendar_date,
  CAST(open_days.school_year AS INT) AS school_year,
  CAST(ROW_NUMBER() OVER (PARTITION BY open_days.school_year ORDER BY open_days.calendar_date NULLS LAST) AS INT) AS school_days_elapsed,
  CAST(ROW_NUMBER() OVER (ORDER BY open_days.calendar_date NULLS LAST) AS INT) AS district_day,
  CAST(CAST(ROW_NUMBER() OVER (ORDER BY open_days.calendar_date DESC) AS BIGINT) = 1 AS BOOLEAN) AS is_latest
FROM open_days AS open_days
