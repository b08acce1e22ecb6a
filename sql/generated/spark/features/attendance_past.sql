-- Generated from sql/features/attendance_past.sql; edit that file.
WITH years AS (
  SELECT
    a.student_key AS student_key,
    y.school_year AS school_year,
    COUNT(*) AS marks,
    SUM(1e0 - a.present_fraction) AS missed,
    MAX(a.known_from) AS known_from
  FROM attendance_known AS a
  INNER JOIN school_year_span AS y
    ON a.event_date >= y.year_begin AND a.event_date < y.year_end
  WHERE
    a.known_until IS NULL
  GROUP BY
    a.student_key,
    y.school_year
)
SELECT
  CAST(c.student_key AS STRING) AS student_key,
  CAST(c.as_of AS DATE) AS as_of,
  CAST(p.missed / NULLIF(CAST(p.marks AS DOUBLE), 0e0) AS DOUBLE) AS absent_share_last_year,
  CAST(p.known_from AS DATE) AS known_from
FROM student_case AS c
INNER JOIN years AS p
  ON p.student_key = c.student_key AND p.school_year = c.school_year - 1 AND p.known_from <= c.as_of
