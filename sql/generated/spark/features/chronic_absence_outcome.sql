-- Generated from sql/features/chronic_absence_outcome.sql; edit that file.
WITH run AS (
  SELECT
    policy.run_date AS run_date
  FROM policy AS policy
)
SELECT
  CAST(c.student_key AS STRING) AS student_key,
  CAST(c.as_of AS DATE) AS as_of,
  CAST(CASE WHEN e.chronically_absent THEN 1 ELSE 0 END AS DOUBLE) AS chronic_absence,
  CAST(y.year_end AS DATE) AS matured_on
FROM student_case AS c
CROSS JOIN run AS r
INNER JOIN school_year_span AS y
  ON y.school_year = c.school_year
INNER JOIN student_district_engagement AS e
  ON e.student_key = c.student_key AND e.school_year = c.school_year
WHERE
  y.year_end <= r.run_date AND NOT e.chronically_absent IS NULL
