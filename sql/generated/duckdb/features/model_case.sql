-- Generated from sql/features/model_case.sql; edit that file.
WITH parts AS (
  SELECT
    attendance_week.student_key AS student_key,
    attendance_week.as_of AS as_of,
    attendance_week.known_from AS known_from
  FROM attendance_week AS attendance_week
  UNION ALL
  SELECT
    digital_week.student_key AS student_key,
    digital_week.as_of AS as_of,
    digital_week.known_from AS known_from
  FROM digital_week AS digital_week
  UNION ALL
  SELECT
    incident_week.student_key AS student_key,
    incident_week.as_of AS as_of,
    incident_week.known_from AS known_from
  FROM incident_week AS incident_week
  UNION ALL
  SELECT
    attendance_past.student_key AS student_key,
    attendance_past.as_of AS as_of,
    attendance_past.known_from AS known_from
  FROM attendance_past AS attendance_past
  UNION ALL
  SELECT
    mark_past.student_key AS student_key,
    mark_past.as_of AS as_of,
    mark_past.known_from AS known_from
  FROM mark_past AS mark_past
  UNION ALL
  SELECT
    assessment_past.student_key AS student_key,
    assessment_past.as_of AS as_of,
    assessment_past.known_from AS known_from
  FROM assessment_past AS assessment_past
), newest AS (
  SELECT
    parts.student_key AS student_key,
    parts.as_of AS as_of,
    MAX(parts.known_from) AS known_from
  FROM parts AS parts
  GROUP BY
    parts.student_key,
    parts.as_of
)
SELECT
  CAST(c.student_key AS TEXT) AS student_key,
  CAST(c.as_of AS DATE) AS as_of,
  CAST(CAST(c.school_year AS TEXT) AS TEXT) AS cohort,
  CAST(c.is_latest AS BOOLEAN) AS is_latest,
  CAST(c.school_key AS TEXT) AS school_key,
  CAST(c.grade_level AS TEXT) AS grade_level,
  CAST(CAST(FLOOR(CAST(DATE_SUB('day', c.year_begin, c.as_of) AS DOUBLE) / 7e0) AS BIGINT) AS INT) AS last_week,
  CAST(c.school_days_elapsed AS DOUBLE) AS school_days_elapsed,
  CAST(a.absent_share_last_year AS DOUBLE) AS absent_share_last_year,
  CAST(m.courses_not_passed AS DOUBLE) AS courses_not_passed,
  CAST(m.mean_mark AS DOUBLE) AS mean_mark,
  CAST(m.mean_mark_change AS DOUBLE) AS mean_mark_change,
  CAST(m.credits_behind AS DOUBLE) AS credits_behind,
  CAST(t.test_standing AS DOUBLE) AS test_standing,
  CAST(t.test_change AS DOUBLE) AS test_change,
  CAST(v.stints_this_year AS DOUBLE) AS stints_this_year,
  CAST(v.days_since_entry AS DOUBLE) AS days_since_entry,
  CAST(v.days_late AS DOUBLE) AS days_late,
  CAST(o.chronic_absence AS DOUBLE) AS chronic_absence,
  CAST(u.course_failure AS DOUBLE) AS course_failure,
  CAST(u.gpa_next_term AS DOUBLE) AS gpa_next_term,
  CAST(d.dropout AS DOUBLE) AS dropout,
  CAST(o.matured_on AS DATE) AS chronic_absence_matured_on,
  CAST(u.course_failure_matured_on AS DATE) AS course_failure_matured_on,
  CAST(u.gpa_next_term_matured_on AS DATE) AS gpa_next_term_matured_on,
  CAST(d.matured_on AS DATE) AS dropout_matured_on,
  CAST(k.known_from AS DATE) AS known_from
FROM student_case AS c
LEFT JOIN newest AS k
  ON k.student_key = c.student_key AND k.as_of = c.as_of
LEFT JOIN attendance_past AS a
  ON a.student_key = c.student_key AND a.as_of = c.as_of
LEFT JOIN mark_past AS m
  ON m.student_key = c.student_key AND m.as_of = c.as_of
LEFT JOIN assessment_past AS t
  ON t.student_key = c.student_key AND t.as_of = c.as_of
LEFT JOIN move_past AS v
  ON v.student_key = c.student_key AND v.as_of = c.as_of
LEFT JOIN chronic_absence_outcome AS o
  ON o.student_key = c.student_key AND o.as_of = c.as_of
LEFT JOIN course_outcome_ahead AS u
  ON u.student_key = c.student_key AND u.as_of = c.as_of
LEFT JOIN dropout_outcome AS d
  ON d.student_key = c.student_key AND d.as_of = c.as_of
