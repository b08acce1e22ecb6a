-- Generated from sql/mart/school_session_day.sql; edit that file.
WITH days AS (
  SELECT
    calendar_day.school_key AS school_key,
    calendar_day.calendar_date AS calendar_date,
    calendar_day.school_year AS school_year,
    calendar_day.school_day_number AS school_day_number
  FROM calendar_day AS calendar_day
  WHERE
    calendar_day.is_school_day AND calendar_day.has_elapsed
), submissions AS (
  SELECT
    school_attendance_day.school_key AS school_key,
    school_attendance_day.event_date AS event_date,
    school_attendance_day.module AS module,
    school_attendance_day.recording AS recording,
    school_attendance_day.marks AS marks
  FROM school_attendance_day AS school_attendance_day
)
SELECT
  CAST(d.school_key AS TEXT) AS school_key,
  CAST(d.calendar_date AS DATE) AS calendar_date,
  CAST(d.school_year AS INT) AS school_year,
  CAST(d.school_day_number AS INT) AS school_day_number,
  CAST(NOT s.school_key IS NULL AS BOOLEAN) AS attendance_submitted,
  CAST(s.module AS TEXT) AS attendance_module,
  CAST(s.recording AS TEXT) AS recording,
  CAST(COALESCE(s.marks, 0) AS BIGINT) AS marks,
  CAST(STRFTIME(d.calendar_date, '%Y-%m') AS TEXT) AS month
FROM days AS d
LEFT JOIN submissions AS s
  ON s.school_key = d.school_key AND s.event_date = d.calendar_date
