-- Generated from sql/views/school_week.sql; edit that file.
WITH weeks AS (
  SELECT
    d.school_key AS school_key,
    d.school_year AS school_year,
    CAST(DATE_TRUNC('WEEK', d.calendar_date) AS DATE) AS week_start,
    COUNT(DISTINCT d.student_key) AS students,
    COUNT(*) AS enrolled_days,
    COUNT(CASE WHEN d.attendance_taken THEN 1 END) AS attendance_days,
    COUNT(CASE WHEN d.attendance_taken AND d.is_present THEN 1 END) AS in_person_days,
    CAST(SUM(d.unmapped_codes) AS BIGINT) AS unmapped_codes,
    COUNT(CASE WHEN d.within_coverage THEN 1 END) AS covered_days,
    COUNT(CASE WHEN d.digital_active THEN 1 END) AS digital_days,
    SUM(d.digital_minutes) AS digital_minutes,
    CAST(SUM(d.digital_accesses) AS BIGINT) AS digital_accesses
  FROM student_day_fact AS d
  GROUP BY
    d.school_key,
    d.school_year,
    CAST(DATE_TRUNC('WEEK', d.calendar_date) AS DATE)
), thresholds AS (
  SELECT
    measure_policy.attendance_target_rate AS attendance_target_rate
  FROM measure_policy AS measure_policy
)
SELECT
  CAST(w.school_key AS TEXT) AS school_key,
  CAST(c.school_name AS TEXT) AS school_name,
  CAST(w.school_year AS INT) AS school_year,
  CAST(w.week_start AS DATE) AS week_start,
  CAST(t.attendance_target_rate AS DOUBLE) AS attendance_target_rate,
  CAST(w.students AS INT) AS students,
  CAST(w.enrolled_days AS INT) AS enrolled_days,
  CAST(w.attendance_days AS INT) AS attendance_days,
  CAST(CAST(w.attendance_days AS DOUBLE) / NULLIF(CAST(w.enrolled_days AS DOUBLE), 0) AS DOUBLE) AS attendance_coverage,
  CAST(w.covered_days AS INT) AS covered_days,
  CAST(CAST(w.covered_days AS DOUBLE) / NULLIF(CAST(w.enrolled_days AS DOUBLE), 0) AS DOUBLE) AS digital_coverage,
  CAST(w.unmapped_codes AS INT) AS unmapped_codes,
  CAST(CASE WHEN w.unmapped_codes = 0 THEN w.in_person_days END AS INT) AS in_person_days,
  CAST(CASE
    WHEN w.unmapped_codes = 0
    THEN CAST(w.in_person_days AS DOUBLE) / NULLIF(CAST(w.attendance_days AS DOUBLE), 0)
  END AS DOUBLE) AS in_person_rate,
  CAST(w.digital_days AS INT) AS digital_days,
  CAST(CAST(w.digital_days AS DOUBLE) / NULLIF(CAST(w.covered_days AS DOUBLE), 0) AS DOUBLE) AS digital_rate,
  CAST(w.digital_minutes AS DOUBLE) AS digital_minutes,
  CAST(w.digital_accesses AS BIGINT) AS digital_accesses
FROM weeks AS w
CROSS JOIN thresholds AS t
LEFT JOIN school AS c
  ON c.school_key = w.school_key
