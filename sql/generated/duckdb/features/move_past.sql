-- Generated from sql/features/move_past.sql; edit that file.
SELECT
  CAST(c.student_key AS TEXT) AS student_key,
  CAST(c.as_of AS DATE) AS as_of,
  CAST(COUNT(*) AS DOUBLE) AS stints_this_year,
  CAST(DATE_SUB('day', MIN(e.begin_date), c.as_of) AS DOUBLE) AS days_since_entry,
  CAST(DATE_SUB('day', c.year_begin, MIN(e.begin_date)) AS DOUBLE) AS days_late
FROM student_case AS c
INNER JOIN enrollment AS e
  ON e.student_key = c.student_key AND e.school_year = c.school_year AND e.begin_date <= c.as_of
GROUP BY
  c.student_key,
  c.as_of,
  c.year_begin
