-- Generated from sql/features/plain_rule.sql; edit that file.
WITH missed AS (
  SELECT
    attendance_week.student_key AS student_key,
    attendance_week.as_of AS as_of,
    SUM(attendance_week.absent_days) AS absent_days,
    SUM(attendance_week.school_days) AS school_days
  FROM attendance_week AS attendance_week
  GROUP BY
    attendance_week.student_key,
    attendance_week.as_of
)
SELECT
  CAST(c.student_key AS TEXT) AS student_key,
  CAST(c.as_of AS DATE) AS as_of,
  CAST(c.school_key AS TEXT) AS school_key,
  CAST(c.grade_level AS TEXT) AS grade_level,
  CAST(m.absent_days AS DOUBLE) AS absent_days,
  CAST(m.school_days AS DOUBLE) AS school_days,
  CAST(k.courses_not_passed AS DOUBLE) AS courses_not_passed,
  CAST(COALESCE(m.absent_days, 0e0) + COALESCE(k.courses_not_passed, 0e0) AS DOUBLE) AS points
FROM student_case AS c
LEFT JOIN missed AS m
  ON m.student_key = c.student_key AND m.as_of = c.as_of
LEFT JOIN mark_past AS k
  ON k.student_key = c.student_key AND k.as_of = c.as_of
WHERE
  c.is_latest
