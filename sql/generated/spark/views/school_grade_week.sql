-- Generated from sql/views/school_grade_week.sql; edit that file.
WITH years AS (
  SELECT
    student_engagement_year.student_key AS student_key,
    student_engagement_year.school_key AS school_key,
    student_engagement_year.school_year AS school_year,
    student_engagement_year.grade_level AS grade_level,
    student_engagement_year.unmapped_codes AS unmapped_codes
  FROM student_engagement_year AS student_engagement_year
), days AS (
  SELECT
    d.student_key AS student_key,
    d.school_key AS school_key,
    d.school_year AS school_year,
    COALESCE(u.grade_level, s.grade_level, 'not stated') AS grade,
    CAST(DATE_TRUNC('WEEK', d.calendar_date) AS DATE) AS week_start,
    d.calendar_date AS calendar_date,
    COALESCE(u.unmapped_codes, 0) = 0 AS is_known,
    d.attendance_taken AS attendance_taken,
    d.is_present AS is_present,
    d.within_coverage AS within_coverage,
    d.digital_active AS digital_active,
    d.digital_minutes AS digital_minutes
  FROM student_day_fact AS d
  LEFT JOIN student AS s
    ON s.student_key = d.student_key
  LEFT JOIN years AS u
    ON u.student_key = d.student_key AND u.school_key = d.school_key AND u.school_year = d.school_year
)
SELECT
  CAST(d.school_key AS STRING) AS school_key,
  CAST(d.grade AS STRING) AS grade,
  CAST(d.school_year AS INT) AS school_year,
  CAST(d.week_start AS DATE) AS week_start,
  CAST(COUNT(DISTINCT d.student_key) AS INT) AS students,
  CAST(COUNT(DISTINCT d.calendar_date) AS INT) AS school_days,
  CAST(COUNT(*) AS INT) AS enrolled_days,
  CAST(COUNT_IF(d.is_known AND d.attendance_taken) AS INT) AS attendance_days,
  CAST(COUNT_IF(d.within_coverage) AS INT) AS covered_days,
  CAST(COUNT_IF(d.is_known AND d.attendance_taken AND d.is_present) AS INT) AS in_person_days,
  CAST(COUNT_IF(d.digital_active) AS INT) AS digital_days,
  CAST(SUM(d.digital_minutes) AS DOUBLE) AS digital_minutes
FROM days AS d
GROUP BY
  d.school_key,
  d.grade,
  d.school_year,
  d.week_start
