-- Generated from sql/views/student_day.sql; edit that file.
SELECT
  CAST(d.student_key AS STRING) AS student_key,
  CAST(d.school_key AS STRING) AS school_key,
  CAST(c.school_name AS STRING) AS school_name,
  CAST(COALESCE(d.grade_level, s.grade_level) AS STRING) AS grade,
  CAST(d.calendar_date AS DATE) AS calendar_date,
  CAST(d.school_year AS INT) AS school_year,
  CAST(TRUE AS BOOLEAN) AS enrolled,
  CAST(TRUE AS BOOLEAN) AS in_session,
  CAST(d.attendance_taken AS BOOLEAN) AS attendance_taken,
  CAST(d.present_fraction AS DOUBLE) AS present_fraction,
  CAST(d.is_present AS BOOLEAN) AS is_present,
  CAST(d.category AS STRING) AS attendance_category,
  CAST(d.periods_scheduled AS INT) AS periods_scheduled,
  CAST(d.periods_present AS DOUBLE) AS periods_present,
  CAST(d.unmapped_codes AS INT) AS unmapped_codes,
  CAST(d.within_coverage AS BOOLEAN) AS within_coverage,
  CAST(d.digital_active AS BOOLEAN) AS digital_active,
  CAST(d.source_count AS INT) AS source_count,
  CAST(d.digital_minutes AS DOUBLE) AS digital_minutes,
  CAST(d.digital_accesses AS BIGINT) AS digital_accesses
FROM student_day_fact AS d
LEFT JOIN school AS c
  ON c.school_key = d.school_key
LEFT JOIN student AS s
  ON s.student_key = d.student_key
