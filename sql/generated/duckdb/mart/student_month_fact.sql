-- Generated from sql/mart/student_month_fact.sql; edit that file.
SELECT
  CAST(student_day_fact.student_key AS TEXT) AS student_key,
  CAST(student_day_fact.school_key AS TEXT) AS school_key,
  CAST(student_day_fact.school_year AS INT) AS school_year,
  CAST(COUNT(*) AS INT) AS enrolled_days,
  CAST(COUNT(CASE WHEN student_day_fact.attendance_taken THEN 1 END) AS INT) AS attendance_days,
  CAST(COUNT(CASE WHEN student_day_fact.attendance_taken AND student_day_fact.is_present THEN 1 END) AS INT) AS in_person_days,
  CAST(SUM(CASE WHEN student_day_fact.attendance_taken THEN student_day_fact.present_fraction END) AS DOUBLE) AS present_day_equivalents,
  CAST(SUM(student_day_fact.unmapped_codes) AS BIGINT) AS unmapped_codes,
  CAST(SUM(student_day_fact.periods_scheduled) AS BIGINT) AS periods_scheduled,
  CAST(SUM(student_day_fact.periods_present) AS DOUBLE) AS periods_present,
  CAST(COUNT(CASE WHEN student_day_fact.in_early_window AND student_day_fact.attendance_taken THEN 1 END) AS INT) AS early_attendance_days,
  CAST(COUNT(
    CASE
      WHEN student_day_fact.in_early_window AND student_day_fact.attendance_taken AND student_day_fact.is_present
      THEN 1
    END
  ) AS INT) AS early_in_person_days,
  CAST(COUNT(CASE WHEN student_day_fact.within_coverage THEN 1 END) AS INT) AS covered_days,
  CAST(COUNT(CASE WHEN student_day_fact.digital_active THEN 1 END) AS INT) AS digital_days,
  CAST(COUNT(CASE WHEN student_day_fact.attendance_taken OR student_day_fact.within_coverage THEN 1 END) AS INT) AS measured_days,
  CAST(COUNT(
    CASE
      WHEN (
        student_day_fact.attendance_taken AND student_day_fact.is_present
      )
      OR student_day_fact.digital_active
      THEN 1
    END
  ) AS INT) AS engaged_days,
  CAST(student_day_fact.month AS TEXT) AS month
FROM student_day_fact AS student_day_fact
GROUP BY
  student_day_fact.student_key,
  student_day_fact.school_key,
  student_day_fact.school_year,
  student_day_fact.month
