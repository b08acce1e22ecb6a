-- Generated from sql/features/student_case.sql; edit that file.
WITH opted_out AS (
  SELECT
    opted_out_id.student_key AS student_key
  FROM opted_out_id AS opted_out_id
  WHERE
    NOT opted_out_id.student_key IS NULL
  GROUP BY
    opted_out_id.student_key
)
SELECT
  CAST(e.student_key AS TEXT) AS student_key,
  CAST(p.as_of AS DATE) AS as_of,
  CAST(p.school_year AS INT) AS school_year,
  CAST(p.year_begin AS DATE) AS year_begin,
  CAST(p.district_day AS INT) AS district_day,
  CAST(p.is_latest AS BOOLEAN) AS is_latest,
  CAST(e.school_key AS TEXT) AS school_key,
  CAST(e.grade_level AS TEXT) AS grade_level,
  CAST(p.school_days_elapsed AS INT) AS school_days_elapsed
FROM prediction_day AS p
INNER JOIN enrollment AS e
  ON e.begin_date <= p.as_of AND e.end_date > p.as_of
LEFT JOIN opted_out AS o
  ON o.student_key = e.student_key
WHERE
  e.is_home AND o.student_key IS NULL
