-- Generated from sql/views/period_attendance.sql; edit that file.
SELECT
  CAST(e.student_key AS TEXT) AS student_key,
  CAST(e.school_key AS TEXT) AS school_key,
  CAST(e.school_name AS TEXT) AS school_name,
  CAST(e.grade AS TEXT) AS grade,
  CAST(e.school_year AS INT) AS school_year,
  CAST(e.periods_scheduled AS BIGINT) AS periods_scheduled,
  CAST(e.periods_present AS DOUBLE) AS periods_present,
  CAST(e.period_rate AS DOUBLE) AS period_rate,
  CAST(e.unmapped_codes AS INT) AS unmapped_codes
FROM student_engagement AS e
WHERE
  e.periods_scheduled > 0
