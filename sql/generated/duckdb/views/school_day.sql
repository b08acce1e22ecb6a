-- Generated from sql/views/school_day.sql; edit that file.
WITH sums AS (
  SELECT
    d.school_key AS school_key,
    d.calendar_date AS calendar_date,
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
    d.calendar_date
), thresholds AS (
  SELECT
    measure_policy.attendance_target_rate AS attendance_target_rate
  FROM measure_policy AS measure_policy
)
SELECT
  CAST(k.school_key AS TEXT) AS school_key,
  CAST(c.school_name AS TEXT) AS school_name,
  CAST(k.calendar_date AS DATE) AS calendar_date,
  CAST(k.school_year AS INT) AS school_year,
  CAST(k.is_school_day AS BOOLEAN) AS is_school_day,
  CAST(k.event_name AS TEXT) AS event_name,
  CAST(k.basis AS TEXT) AS calendar_basis,
  CAST(t.attendance_target_rate AS DOUBLE) AS attendance_target_rate,
  CAST(d.students AS INT) AS students,
  CAST(d.enrolled_days AS INT) AS enrolled_days,
  CAST(d.attendance_days AS INT) AS attendance_days,
  CAST(CAST(d.attendance_days AS DOUBLE) / NULLIF(CAST(d.enrolled_days AS DOUBLE), 0) AS DOUBLE) AS attendance_coverage,
  CAST(d.covered_days AS INT) AS covered_days,
  CAST(CAST(d.covered_days AS DOUBLE) / NULLIF(CAST(d.enrolled_days AS DOUBLE), 0) AS DOUBLE) AS digital_coverage,
  CAST(d.unmapped_codes AS INT) AS unmapped_codes,
  CAST(CASE WHEN d.unmapped_codes = 0 THEN d.in_person_days END AS INT) AS in_person_days,
  CAST(CASE
    WHEN d.unmapped_codes = 0
    THEN CAST(d.in_person_days AS DOUBLE) / NULLIF(CAST(d.attendance_days AS DOUBLE), 0)
  END AS DOUBLE) AS in_person_rate,
  CAST(d.digital_days AS INT) AS digital_days,
  CAST(CAST(d.digital_days AS DOUBLE) / NULLIF(CAST(d.covered_days AS DOUBLE), 0) AS DOUBLE) AS digital_rate,
  CAST(d.digital_minutes AS DOUBLE) AS digital_minutes,
  CAST(d.digital_accesses AS BIGINT) AS digital_accesses
FROM calendar_day AS k
CROSS JOIN thresholds AS t
LEFT JOIN sums AS d
  ON d.school_key = k.school_key AND d.calendar_date = k.calendar_date
LEFT JOIN school AS c
  ON c.school_key = k.school_key
WHERE
  k.has_elapsed
