-- Generated from sql/views/student_source_engagement.sql; edit that file.
SELECT
  CAST(e.student_key AS STRING) AS student_key,
  CAST(e.school_key AS STRING) AS school_key,
  CAST(c.school_name AS STRING) AS school_name,
  CAST(e.school_year AS INT) AS school_year,
  CAST(e.module AS STRING) AS module,
  CAST(e.event_object AS STRING) AS event_object,
  CAST(e.covered_days AS INT) AS covered_days,
  CAST(e.digital_days AS INT) AS digital_days,
  CAST(CAST(e.digital_days AS DOUBLE) / NULLIF(CAST(e.covered_days AS DOUBLE), 0) AS DOUBLE) AS digital_rate,
  CAST(e.active_days AS INT) AS active_days,
  CAST(e.digital_minutes AS DOUBLE) AS digital_minutes,
  CAST(e.digital_accesses AS BIGINT) AS digital_accesses
FROM student_source_year AS e
LEFT JOIN school AS c
  ON c.school_key = e.school_key
