-- Generated from sql/features/term_mark.sql; edit that file.
WITH rule AS (
  SELECT
    measure_policy.passing_mark AS passing_mark
  FROM measure_policy AS measure_policy
), finals AS (
  SELECT
    course_outcome.student_key AS student_key,
    course_outcome.school_year AS school_year,
    course_outcome.term_key AS term_key,
    course_outcome.numeric_mark AS numeric_mark,
    course_outcome.credits_attempted AS credits_attempted,
    course_outcome.credits_earned AS credits_earned,
    course_outcome.known_from AS known_from
  FROM course_outcome AS course_outcome
  WHERE
    course_outcome.is_current
    AND NOT course_outcome.is_deleted
    AND course_outcome.is_final
    AND NOT course_outcome.numeric_mark IS NULL
    AND NOT course_outcome.student_key IS NULL
), terms AS (
  SELECT
    finals.school_year AS school_year,
    finals.term_key AS term_key
  FROM finals AS finals
  GROUP BY
    finals.school_year,
    finals.term_key
), placed AS (
  SELECT
    terms.school_year AS school_year,
    terms.term_key AS term_key,
    ROW_NUMBER() OVER (PARTITION BY terms.school_year ORDER BY terms.term_key) AS place
  FROM terms AS terms
), sums AS (
  SELECT
    f.student_key AS student_key,
    s.district_place AS district_place,
    COUNT(*) AS courses,
    CAST(SUM(CASE WHEN f.numeric_mark < r.passing_mark THEN 1 ELSE 0 END) AS BIGINT) AS courses_not_passed,
    AVG(f.numeric_mark) AS mean_mark,
    SUM(f.credits_attempted) AS credits_attempted,
    SUM(f.credits_earned) AS credits_earned,
    MAX(f.known_from) AS received_on,
    MAX(s.marks_known_on) AS marks_known_on,
    MAX(s.begin_date) AS begin_date,
    MAX(s.end_date) AS end_date
  FROM finals AS f
  CROSS JOIN rule AS r
  INNER JOIN placed AS p
    ON p.school_year = f.school_year AND p.term_key = f.term_key
  INNER JOIN semester AS s
    ON s.school_year = f.school_year AND s.place = p.place
  GROUP BY
    f.student_key,
    s.district_place
)
SELECT
  CAST(sums.student_key AS TEXT) AS student_key,
  CAST(sums.district_place AS INT) AS district_place,
  CAST(sums.begin_date AS DATE) AS begin_date,
  CAST(sums.end_date AS DATE) AS end_date,
  CAST(sums.courses AS INT) AS courses,
  CAST(sums.courses_not_passed AS INT) AS courses_not_passed,
  CAST(sums.mean_mark AS DOUBLE) AS mean_mark,
  CAST(sums.credits_attempted AS DOUBLE) AS credits_attempted,
  CAST(sums.credits_earned AS DOUBLE) AS credits_earned,
  CAST(CASE WHEN sums.received_on < sums.marks_known_on THEN sums.received_on ELSE sums.marks_known_on END AS DATE) AS known_from
FROM sums AS sums
