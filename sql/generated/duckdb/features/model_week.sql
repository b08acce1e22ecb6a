-- Generated from sql/features/model_week.sql; edit that file.
WITH weeks AS (
  SELECT
    attendance_week.student_key AS student_key,
    attendance_week.as_of AS as_of,
    attendance_week.week AS week
  FROM attendance_week AS attendance_week
  UNION ALL
  SELECT
    digital_week.student_key AS student_key,
    digital_week.as_of AS as_of,
    digital_week.week AS week
  FROM digital_week AS digital_week
), keys AS (
  SELECT
    weeks.student_key AS student_key,
    weeks.as_of AS as_of,
    weeks.week AS week
  FROM weeks AS weeks
  GROUP BY
    weeks.student_key,
    weeks.as_of,
    weeks.week
)
SELECT
  CAST(k.student_key AS TEXT) AS student_key,
  CAST(k.as_of AS DATE) AS as_of,
  CAST(k.week AS INT) AS week,
  CAST(a.school_days AS DOUBLE) AS school_days,
  CAST(a.absent_days AS DOUBLE) AS absent_days,
  CAST(a.unexcused_days AS DOUBLE) AS unexcused_days,
  CAST(a.tardy_days AS DOUBLE) AS tardy_days,
  CAST(d.digital_days AS DOUBLE) AS digital_days,
  CAST(d.digital_minutes AS DOUBLE) AS digital_minutes,
  CAST(d.digital_accesses AS DOUBLE) AS digital_accesses,
  CAST(i.incidents AS DOUBLE) AS incidents
FROM keys AS k
LEFT JOIN attendance_week AS a
  ON a.student_key = k.student_key AND a.as_of = k.as_of AND a.week = k.week
LEFT JOIN digital_week AS d
  ON d.student_key = k.student_key AND d.as_of = k.as_of AND d.week = k.week
LEFT JOIN incident_week AS i
  ON i.student_key = k.student_key AND i.as_of = k.as_of AND i.week = k.week
