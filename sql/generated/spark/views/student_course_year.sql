-- Generated from sql/views/student_course_year.sql; edit that file.
WITH thresholds AS (
  SELECT
    measure_policy.passing_mark AS passing_mark
  FROM measure_policy AS measure_policy
), finals AS (
  SELECT
    o.student_key AS student_key,
    o.school_year AS school_year,
    o.numeric_mark AS numeric_mark,
    COALESCE(t.end_date, CAST('1900-01-01' AS DATE)) AS term_end,
    o.term_key AS term_key
  FROM course_outcome AS o
  LEFT JOIN term AS t
    ON t.term_key = o.term_key
  WHERE
    o.is_current
    AND NOT o.is_deleted
    AND o.is_final
    AND NOT o.numeric_mark IS NULL
    AND NOT o.student_key IS NULL
    AND NOT o.school_year IS NULL
), placed AS (
  SELECT
    f.student_key AS student_key,
    f.school_year AS school_year,
    f.numeric_mark AS numeric_mark,
    CAST(DENSE_RANK() OVER (PARTITION BY f.student_key, f.school_year ORDER BY f.term_end DESC, f.term_key DESC) AS BIGINT) AS newest_first_rank
  FROM finals AS f
), sums AS (
  SELECT
    p.student_key AS student_key,
    p.school_year AS school_year,
    COUNT(*) AS courses,
    SUM(CASE WHEN p.numeric_mark < t.passing_mark THEN 1 WHEN p.numeric_mark >= t.passing_mark THEN 0 END) AS courses_not_passed
  FROM placed AS p
  CROSS JOIN thresholds AS t
  WHERE
    p.newest_first_rank = 1
  GROUP BY
    p.student_key,
    p.school_year
)
SELECT
  CAST(s.student_key AS STRING) AS student_key,
  CAST(s.school_year AS INT) AS school_year,
  CAST(s.courses AS INT) AS courses,
  CAST(s.courses_not_passed AS INT) AS courses_not_passed,
  CAST(s.courses_not_passed = 0 AS BOOLEAN) AS passes_all
FROM sums AS s
