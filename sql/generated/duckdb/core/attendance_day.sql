-- Generated from sql/core/attendance_day.sql; edit that file.
WITH speakers AS (
  SELECT
    school_attendance_day.school_key AS school_key,
    school_attendance_day.event_date AS event_date,
    school_attendance_day.module AS module,
    school_attendance_day.recording AS recording,
    school_attendance_day.periods AS periods
  FROM school_attendance_day AS school_attendance_day
), day_marks AS (
  SELECT
    e.student_key AS student_key,
    e.school_key AS school_key,
    e.event_date AS event_date,
    e.present_fraction AS present_fraction,
    e.category AS category,
    CASE e.category
      WHEN 'suspension_out'
      THEN -3
      WHEN 'absent_unexcused'
      THEN -2
      WHEN 'absent_excused'
      THEN -1
      WHEN 'suspension_in'
      THEN 1
      WHEN 'early_departure'
      THEN 2
      WHEN 'tardy'
      THEN 3
      WHEN 'remote_present'
      THEN 4
      WHEN 'school_activity'
      THEN 5
      WHEN 'present'
      THEN 6
      WHEN 'not_counted'
      THEN 7
    END AS gravity
  FROM attendance_event AS e
  INNER JOIN speakers AS s
    ON s.school_key = e.school_key AND s.event_date = e.event_date AND s.module = e.module
  WHERE
    e.grain = 'day' AND e.is_current AND NOT e.is_deleted AND NOT e.student_key IS NULL
), day_sums AS (
  SELECT
    day_marks.student_key AS student_key,
    day_marks.school_key AS school_key,
    day_marks.event_date AS event_date,
    COUNT(*) AS marks,
    COUNT(day_marks.category) AS with_meaning,
    COUNT(day_marks.present_fraction) AS counted,
    MIN(day_marks.gravity) AS gravest,
    SUM(CASE WHEN day_marks.gravity < 0 THEN 1e0 - day_marks.present_fraction END) AS missed,
    SUM(CASE WHEN day_marks.gravity > 0 THEN day_marks.present_fraction END) AS attended
  FROM day_marks AS day_marks
  GROUP BY
    day_marks.student_key,
    day_marks.school_key,
    day_marks.event_date
), period_marks AS (
  SELECT
    e.student_key AS student_key,
    e.school_key AS school_key,
    e.event_date AS event_date,
    e.present_fraction AS present_fraction,
    e.category AS category,
    s.recording AS recording,
    s.periods AS periods,
    CASE e.category
      WHEN 'suspension_out'
      THEN -3
      WHEN 'absent_unexcused'
      THEN -2
      WHEN 'absent_excused'
      THEN -1
      WHEN 'suspension_in'
      THEN 1
      WHEN 'early_departure'
      THEN 2
      WHEN 'tardy'
      THEN 3
      WHEN 'remote_present'
      THEN 4
      WHEN 'school_activity'
      THEN 5
      WHEN 'present'
      THEN 6
      WHEN 'not_counted'
      THEN 7
    END AS gravity
  FROM attendance_event AS e
  INNER JOIN speakers AS s
    ON s.school_key = e.school_key AND s.event_date = e.event_date AND s.module = e.module
  WHERE
    e.grain = 'period' AND e.is_current AND NOT e.is_deleted AND NOT e.student_key IS NULL
), period_sums AS (
  SELECT
    period_marks.student_key AS student_key,
    period_marks.school_key AS school_key,
    period_marks.event_date AS event_date,
    COUNT(*) - COUNT(period_marks.category) AS unmapped,
    MIN(period_marks.gravity) AS gravest,
    CASE
      WHEN MAX(period_marks.recording) = 'negative'
      AND COUNT(period_marks.present_fraction) > 0
      AND MAX(period_marks.periods) > COUNT(period_marks.present_fraction)
      THEN CAST(MAX(period_marks.periods) AS BIGINT)
      ELSE COUNT(period_marks.present_fraction)
    END AS scheduled,
    SUM(1e0 - period_marks.present_fraction) AS missed
  FROM period_marks AS period_marks
  GROUP BY
    period_marks.student_key,
    period_marks.school_key,
    period_marks.event_date
), days AS (
  SELECT
    COALESCE(d.student_key, p.student_key) AS student_key,
    COALESCE(d.school_key, p.school_key) AS school_key,
    COALESCE(d.event_date, p.event_date) AS event_date,
    NOT d.marks IS NULL AS has_day_mark,
    d.counted AS counted,
    d.missed AS missed,
    d.attended AS attended,
    CASE WHEN NOT d.marks IS NULL THEN d.gravest ELSE p.gravest END AS gravest,
    CASE WHEN NOT d.marks IS NULL THEN d.marks - d.with_meaning ELSE p.unmapped END AS unmapped_codes,
    p.scheduled AS scheduled,
    p.scheduled - p.missed AS present
  FROM day_sums AS d
  FULL OUTER JOIN period_sums AS p
    ON p.student_key = d.student_key AND p.school_key = d.school_key AND p.event_date = d.event_date
), shares AS (
  SELECT
    days.student_key AS student_key,
    days.school_key AS school_key,
    days.event_date AS event_date,
    days.has_day_mark AS has_day_mark,
    days.gravest AS gravest,
    days.unmapped_codes AS unmapped_codes,
    days.scheduled AS scheduled,
    days.present AS present,
    CASE
      WHEN days.unmapped_codes > 0
      THEN NULL
      WHEN NOT days.has_day_mark
      THEN days.present / NULLIF(CAST(days.scheduled AS DOUBLE), 0)
      WHEN days.counted = 0
      THEN NULL
      WHEN days.missed > 1
      THEN 0e0
      WHEN NOT days.missed IS NULL
      THEN 1e0 - days.missed
      WHEN days.attended > 1
      THEN 1e0
      ELSE days.attended
    END AS present_fraction
  FROM days AS days
)
SELECT
  CAST(shares.student_key AS TEXT) AS student_key,
  CAST(shares.school_key AS TEXT) AS school_key,
  CAST(shares.event_date AS DATE) AS event_date,
  CAST(shares.present_fraction AS DOUBLE) AS present_fraction,
  CAST(CASE
    WHEN shares.unmapped_codes > 0
    THEN 'unmapped'
    WHEN NOT shares.has_day_mark AND shares.present_fraction > 0 AND shares.present_fraction < 1
    THEN 'partial'
    ELSE CASE shares.gravest
      WHEN -3
      THEN 'suspension_out'
      WHEN -2
      THEN 'absent_unexcused'
      WHEN -1
      THEN 'absent_excused'
      WHEN 1
      THEN 'suspension_in'
      WHEN 2
      THEN 'early_departure'
      WHEN 3
      THEN 'tardy'
      WHEN 4
      THEN 'remote_present'
      WHEN 5
      THEN 'school_activity'
      WHEN 6
      THEN 'present'
      WHEN 7
      THEN 'not_counted'
    END
  END AS TEXT) AS category,
  CAST(shares.scheduled AS INT) AS periods_scheduled,
  CAST(shares.present AS DOUBLE) AS periods_present,
  CAST(shares.unmapped_codes AS INT) AS unmapped_codes,
  CAST(STRFTIME(shares.event_date, '%Y-%m') AS TEXT) AS month
FROM shares AS shares
