-- Generated from sql/views/school_source_engagement.sql; edit that file.
WITH sums AS (
  SELECT
    e.school_key AS school_key,
    e.school_year AS school_year,
    e.module AS module,
    e.event_object AS event_object,
    COUNT(*) AS students,
    COUNT(CASE WHEN e.active_days > 0 OR e.digital_days > 0 THEN 1 END) AS active_students,
    CAST(SUM(e.covered_days) AS BIGINT) AS covered_days,
    CAST(SUM(e.digital_days) AS BIGINT) AS digital_days,
    SUM(e.digital_minutes) AS digital_minutes,
    CAST(SUM(e.digital_accesses) AS BIGINT) AS digital_accesses
  FROM student_source_year AS e
  GROUP BY
    e.school_key,
    e.school_year,
    e.module,
    e.event_object
)
SELECT
  CAST(s.school_key AS TEXT) AS school_key,
  CAST(c.school_name AS TEXT) AS school_name,
  CAST(s.school_year AS INT) AS school_year,
  CAST(s.module AS TEXT) AS module,
  CAST(s.event_object AS TEXT) AS event_object,
  CAST(s.students AS INT) AS students,
  CAST(s.active_students AS INT) AS active_students,
  CAST(s.covered_days AS BIGINT) AS covered_days,
  CAST(s.digital_days AS BIGINT) AS digital_days,
  CAST(CAST(s.digital_days AS DOUBLE) / NULLIF(CAST(s.covered_days AS DOUBLE), 0) AS DOUBLE) AS digital_rate,
  CAST(s.digital_minutes AS DOUBLE) AS digital_minutes,
  CAST(s.digital_accesses AS BIGINT) AS digital_accesses
FROM sums AS s
LEFT JOIN school AS c
  ON c.school_key = s.school_key
