-- Generated from sql/core/measure_policy.sql; edit that file.
SELECT
  CAST(p.first_month AS INT) AS first_month,
  CAST(p.absent_day_share AS DOUBLE) AS absent_day_share,
  CAST(p.attendance_target_rate AS DOUBLE) AS attendance_target_rate,
  CAST(p.good_attendance_rate AS DOUBLE) AS good_attendance_rate,
  CAST(p.manageable_attendance_rate AS DOUBLE) AS manageable_attendance_rate,
  CAST(p.severe_attendance_rate AS DOUBLE) AS severe_attendance_rate,
  CAST(p.chronic_absence_share AS DOUBLE) AS chronic_absence_share,
  CAST(p.minimum_enrolled_days AS INT) AS minimum_enrolled_days,
  CAST(p.early_window_days AS INT) AS early_window_days,
  CAST(p.early_window_minimum_days AS INT) AS early_window_minimum_days,
  CAST(p.engaged_in_person_rate AS DOUBLE) AS engaged_in_person_rate,
  CAST(p.engaged_digital_rate AS DOUBLE) AS engaged_digital_rate,
  CAST(p.passing_mark AS DOUBLE) AS passing_mark,
  CAST('all' AS TEXT) AS part
FROM policy AS p
