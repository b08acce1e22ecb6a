-- Generated from sql/features/model_week.sql; edit that file.
WITH weeks AS (
  SELECT
    COALESCE(a.student_key, d.student_key) AS student_key,
    COALESCE(a.as_of, d.as_of) AS as_of,
    COALESCE(a.week, d.week) AS week,
    a.school_days AS school_days,
    a.absent_days AS absent_days,
    a.unexcused_days AS unexcused_days,
    a.tardy_days AS tardy_days,
    d.digital_days AS digital_days,
    d.digital_minutes AS digital_minutes,
    d.digital_accesses AS digital_accesses
  FROM attendance_week AS a
  FULL OUTER JOIN digital_week AS d
    ON d.student_key = a.student_key AND d.as_of = a.as_of AND d.week = a.week
)
SELECT
  CAST(w.student_key AS TEXT) AS student_key,
  CAST(w.as_of AS DATE) AS as_of,
  CAST(w.week AS INT) AS week,
  CAST(w.school_days AS DOUBLE) AS school_days,
  CAST(w.absent_days AS DOUBLE) AS absent_days,
  CAST(w.unexcused_days AS DOUBLE) AS unexcused_days,
  CAST(w.tardy_days AS DOUBLE) AS tardy_days,
  CAST(w.digital_days AS DOUBLE) AS digital_days,
  CAST(w.digital_minutes AS DOUBLE) AS digital_minutes,
  CAST(w.digital_accesses AS DOUBLE) AS digital_accesses,
  CAST(i.incidents AS DOUBLE) AS incidents
FROM weeks AS w
LEFT JOIN incident_week AS i
  ON i.student_key = w.student_key AND i.as_of = w.as_of AND i.week = w.week
