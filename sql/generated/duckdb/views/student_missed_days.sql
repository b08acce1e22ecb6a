-- Generated from sql/views/student_missed_days.sql; edit that file.
WITH dates AS (
  SELECT
    student_day.student_key AS student_key,
    student_day.school_year AS school_year,
    student_day.calendar_date AS calendar_date,
    MAX(CASE WHEN student_day.is_present THEN 1 ELSE 0 END) AS was_present,
    MIN(CASE WHEN NOT student_day.is_present THEN student_day.attendance_category END) AS absence_kind
  FROM student_day AS student_day
  WHERE
    student_day.attendance_taken AND NOT student_day.is_present IS NULL
  GROUP BY
    student_day.student_key,
    student_day.school_year,
    student_day.calendar_date
), missed AS (
  SELECT
    dates.student_key AS student_key,
    dates.school_year AS school_year,
    COALESCE(dates.absence_kind, 'not_stated') AS absence_kind,
    COUNT(*) AS missed_days
  FROM dates AS dates
  WHERE
    dates.was_present = 0
  GROUP BY
    dates.student_key,
    dates.school_year,
    COALESCE(dates.absence_kind, 'not_stated')
), alls AS (
  SELECT
    dates.student_key AS student_key,
    dates.school_year AS school_year,
    '' AS absence_kind,
    CAST(SUM(1 - dates.was_present) AS BIGINT) AS missed_days
  FROM dates AS dates
  GROUP BY
    dates.student_key,
    dates.school_year
), together AS (
  SELECT
    missed.student_key AS student_key,
    missed.school_year AS school_year,
    missed.absence_kind AS absence_kind,
    missed.missed_days AS missed_days
  FROM missed AS missed
  UNION ALL
  SELECT
    alls.student_key AS student_key,
    alls.school_year AS school_year,
    alls.absence_kind AS absence_kind,
    alls.missed_days AS missed_days
  FROM alls AS alls
)
SELECT
  CAST(together.student_key AS TEXT) AS student_key,
  CAST(together.school_year AS INT) AS school_year,
  CAST(together.absence_kind AS TEXT) AS absence_kind,
  CAST(together.missed_days AS INT) AS missed_days
FROM together AS together
