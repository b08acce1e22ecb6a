-- Generated from sql/features/move_past.sql; edit that file.
WITH first_days AS (
  SELECT
    district_day.school_year AS school_year,
    district_day.calendar_date AS calendar_date
  FROM district_day AS district_day
  WHERE
    district_day.school_days_elapsed = 1
)
SELECT
  CAST(c.student_key AS TEXT) AS student_key,
  CAST(c.as_of AS DATE) AS as_of,
  CAST(COUNT(*) AS DOUBLE) AS stints_this_year,
  CAST(DATE_SUB('day', MIN(e.begin_date), c.as_of) AS DOUBLE) AS days_since_entry,
  CAST(CASE
    WHEN MIN(e.begin_date) <= f.calendar_date
    THEN 0
    ELSE DATE_SUB('day', f.calendar_date, MIN(e.begin_date))
  END AS DOUBLE) AS days_late
FROM student_case AS c
INNER JOIN first_days AS f
  ON f.school_year = c.school_year
INNER JOIN enrollment AS e
  ON e.student_key = c.student_key AND e.school_year = c.school_year AND e.begin_date <= c.as_of
GROUP BY
  c.student_key,
  c.as_of,
  f.calendar_date
