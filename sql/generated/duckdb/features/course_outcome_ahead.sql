-- Generated from sql/features/course_outcome_ahead.sql; edit that file.
WITH run AS (
  SELECT
    policy.run_date AS run_date
  FROM policy AS policy
), running AS (
  SELECT
    c.student_key AS student_key,
    c.as_of AS as_of,
    s.district_place AS district_place,
    s.marks_known_on AS marks_known_on
  FROM student_case AS c
  INNER JOIN semester AS s
    ON s.begin_date <= c.as_of AND s.end_date > c.as_of
), ahead AS (
  SELECT
    u.student_key AS student_key,
    u.as_of AS as_of,
    MAX(
      CASE WHEN m.district_place <> u.district_place THEN NULL WHEN m.courses_not_passed > 0 THEN 1 ELSE 0 END
    ) AS course_failure,
    MAX(CASE WHEN m.district_place = u.district_place + 1 THEN m.mean_mark END) AS mean_mark,
    MAX(CASE WHEN m.district_place = u.district_place THEN m.known_from END) AS this_term_known,
    MAX(CASE WHEN m.district_place = u.district_place + 1 THEN m.known_from END) AS next_term_known
  FROM running AS u
  INNER JOIN term_mark AS m
    ON m.student_key = u.student_key
    AND m.district_place >= u.district_place
    AND m.district_place <= u.district_place + 1
  GROUP BY
    u.student_key,
    u.as_of
)
SELECT
  CAST(a.student_key AS TEXT) AS student_key,
  CAST(a.as_of AS DATE) AS as_of,
  CAST(CASE WHEN a.this_term_known <= r.run_date THEN a.course_failure END AS DOUBLE) AS course_failure,
  CAST(CASE WHEN a.next_term_known <= r.run_date THEN a.mean_mark END AS DOUBLE) AS gpa_next_term,
  CAST(a.this_term_known AS DATE) AS course_failure_matured_on,
  CAST(a.next_term_known AS DATE) AS gpa_next_term_matured_on
FROM ahead AS a
CROSS JOIN run AS r
