-- Generated from sql/core/enrollment_month.sql; edit that file.
WITH months AS (
  SELECT
    y.school_year AS school_year,
    CAST(y.year_begin + INTERVAL (t.position) MONTH AS DATE) AS month_begin,
    CAST(y.year_begin + INTERVAL (t.position + 1) MONTH AS DATE) AS month_end
  FROM school_year_span AS y
  CROSS JOIN UNNEST(GENERATE_SERIES(0, 11)) AS t(position)
), pieces AS (
  SELECT
    e.student_key AS student_key,
    e.school_key AS school_key,
    e.school_year AS school_year,
    CASE WHEN e.begin_date > m.month_begin THEN e.begin_date ELSE m.month_begin END AS begin_date,
    CASE WHEN e.end_date < m.month_end THEN e.end_date ELSE m.month_end END AS end_date,
    e.grade_level AS grade_level,
    e.is_home AS is_home
  FROM enrollment AS e
  INNER JOIN months AS m
    ON m.school_year = e.school_year AND e.begin_date < m.month_end AND e.end_date > m.month_begin
)
SELECT
  CAST(pieces.student_key AS TEXT) AS student_key,
  CAST(pieces.school_key AS TEXT) AS school_key,
  CAST(pieces.school_year AS INT) AS school_year,
  CAST(pieces.begin_date AS DATE) AS begin_date,
  CAST(pieces.end_date AS DATE) AS end_date,
  CAST(pieces.grade_level AS TEXT) AS grade_level,
  CAST(pieces.is_home AS BOOLEAN) AS is_home,
  CAST(STRFTIME(pieces.begin_date, '%Y-%m') AS TEXT) AS month_text,
  CAST('all' AS TEXT) AS part
FROM pieces AS pieces
