-- Generated from sql/views/school_engagement.sql; edit that file.
WITH thresholds AS (
  SELECT
    measure_policy.attendance_target_rate AS attendance_target_rate
  FROM measure_policy AS measure_policy
), sums AS (
  SELECT
    e.school_key AS school_key,
    e.school_name AS school_name,
    e.school_year AS school_year,
    COUNT(*) AS students,
    COUNT(CASE WHEN NOT e.in_person_rate IS NULL THEN 1 END) AS students_with_attendance,
    COUNT(CASE WHEN NOT e.digital_rate IS NULL THEN 1 END) AS students_with_digital,
    CAST(SUM(e.enrolled_days) AS BIGINT) AS enrolled_days,
    CAST(SUM(CASE WHEN NOT e.in_person_rate IS NULL THEN e.attendance_days END) AS BIGINT) AS attendance_days,
    CAST(SUM(CASE WHEN NOT e.in_person_rate IS NULL THEN e.in_person_days END) AS BIGINT) AS in_person_days,
    AVG(e.in_person_rate) AS mean_in_person_rate,
    COUNT(CASE WHEN e.unmapped_codes > 0 THEN 1 END) AS students_with_unmapped_codes,
    COUNT(CASE WHEN e.attendance_band = 'good' THEN 1 END) AS good_students,
    COUNT(CASE WHEN e.attendance_band = 'manageable' THEN 1 END) AS manageable_students,
    COUNT(CASE WHEN e.attendance_band = 'low' THEN 1 END) AS low_students,
    COUNT(CASE WHEN e.attendance_band = 'severe' THEN 1 END) AS severe_students,
    COUNT(CASE WHEN e.in_person_rate >= t.attendance_target_rate THEN 1 END) AS students_at_target,
    COUNT(CASE WHEN NOT e.chronically_absent IS NULL THEN 1 END) AS students_judged,
    COUNT(CASE WHEN e.chronically_absent THEN 1 END) AS chronically_absent_students,
    COUNT(CASE WHEN e.early_warning THEN 1 END) AS early_warning_students,
    CAST(SUM(e.covered_days) AS BIGINT) AS covered_days,
    CAST(SUM(CASE WHEN NOT e.digital_rate IS NULL THEN e.digital_days END) AS BIGINT) AS digital_days,
    AVG(e.digital_rate) AS mean_digital_rate,
    SUM(e.digital_minutes) AS digital_minutes,
    CAST(SUM(e.digital_accesses) AS BIGINT) AS digital_accesses,
    CAST(SUM(CASE WHEN NOT e.engaged_rate IS NULL THEN e.measured_days END) AS BIGINT) AS measured_days,
    CAST(SUM(CASE WHEN NOT e.engaged_rate IS NULL THEN e.engaged_days END) AS BIGINT) AS engaged_days
  FROM student_engagement AS e
  CROSS JOIN thresholds AS t
  GROUP BY
    e.school_key,
    e.school_name,
    e.school_year
)
SELECT
  CAST(s.school_key AS TEXT) AS school_key,
  CAST(s.school_name AS TEXT) AS school_name,
  CAST(s.school_year AS INT) AS school_year,
  CAST(s.students AS INT) AS students,
  CAST(s.students_with_attendance AS INT) AS students_with_attendance,
  CAST(s.students_with_digital AS INT) AS students_with_digital,
  CAST(s.students_with_unmapped_codes AS INT) AS students_with_unmapped_codes,
  CAST(s.enrolled_days AS BIGINT) AS enrolled_days,
  CAST(s.attendance_days AS BIGINT) AS attendance_days,
  CAST(s.covered_days AS BIGINT) AS covered_days,
  CAST(s.in_person_days AS BIGINT) AS in_person_days,
  CAST(CAST(s.in_person_days AS DOUBLE) / NULLIF(CAST(s.attendance_days AS DOUBLE), 0) AS DOUBLE) AS in_person_rate,
  CAST(s.mean_in_person_rate AS DOUBLE) AS mean_in_person_rate,
  CAST(s.good_students AS INT) AS good_students,
  CAST(s.manageable_students AS INT) AS manageable_students,
  CAST(s.low_students AS INT) AS low_students,
  CAST(s.severe_students AS INT) AS severe_students,
  CAST(s.students_at_target AS INT) AS students_at_target,
  CAST(s.students_judged AS INT) AS students_judged,
  CAST(s.chronically_absent_students AS INT) AS chronically_absent_students,
  CAST(CAST(s.chronically_absent_students AS DOUBLE) / NULLIF(CAST(s.students_judged AS DOUBLE), 0) AS DOUBLE) AS chronic_absence_rate,
  CAST(s.early_warning_students AS INT) AS early_warning_students,
  CAST(s.digital_days AS BIGINT) AS digital_days,
  CAST(CAST(s.digital_days AS DOUBLE) / NULLIF(CAST(s.covered_days AS DOUBLE), 0) AS DOUBLE) AS digital_rate,
  CAST(s.mean_digital_rate AS DOUBLE) AS mean_digital_rate,
  CAST(s.digital_minutes AS DOUBLE) AS digital_minutes,
  CAST(s.digital_accesses AS BIGINT) AS digital_accesses,
  CAST(s.measured_days AS BIGINT) AS measured_days,
  CAST(s.engaged_days AS BIGINT) AS engaged_days,
  CAST(CAST(s.engaged_days AS DOUBLE) / NULLIF(CAST(s.measured_days AS DOUBLE), 0) AS DOUBLE) AS engaged_rate
FROM sums AS s
