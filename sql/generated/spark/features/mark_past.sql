-- Generated from sql/features/mark_past.sql; edit that file.
WITH known AS (
  SELECT
    c.student_key AS student_key,
    c.as_of AS as_of,
    m.courses AS courses,
    m.courses_not_passed AS courses_not_passed,
    m.mean_mark AS mean_mark,
    m.credits_attempted AS credits_attempted,
    m.credits_earned AS credits_earned,
    m.known_from AS known_from,
    CAST(ROW_NUMBER() OVER (PARTITION BY c.student_key, c.as_of ORDER BY m.district_place DESC) AS BIGINT) AS newest_first_rank
  FROM student_case AS c
  INNER JOIN term_mark AS m
    ON m.student_key = c.student_key AND m.known_from <= c.as_of
)
SELECT
  CAST(known.student_key AS STRING) AS student_key,
  CAST(known.as_of AS DATE) AS as_of,
  CAST(MAX(CASE WHEN known.newest_first_rank = 1 THEN known.courses_not_passed END) AS DOUBLE) AS courses_not_passed,
  CAST(MAX(CASE WHEN known.newest_first_rank = 1 THEN known.mean_mark END) AS DOUBLE) AS mean_mark,
  CAST(MAX(CASE WHEN known.newest_first_rank = 1 THEN known.mean_mark END) - MAX(CASE WHEN known.newest_first_rank = 2 THEN known.mean_mark END) AS DOUBLE) AS mean_mark_change,
  CAST(SUM(known.credits_attempted) - SUM(known.credits_earned) AS DOUBLE) AS credits_behind,
  CAST(MAX(known.known_from) AS DATE) AS known_from
FROM known AS known
GROUP BY
  known.student_key,
  known.as_of
