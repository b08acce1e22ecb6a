-- Generated from sql/features/attendance_week.sql; edit that file.
WITH days AS (
  SELECT
    attendance_known.student_key AS student_key,
    attendance_known.event_date AS event_date,
    AVG(attendance_known.present_fraction) AS present_fraction,
    MAX(CASE WHEN attendance_known.category = 'absent_unexcused' THEN 1 ELSE 0 END) AS is_unexcused,
    MAX(CASE WHEN attendance_known.category = 'tardy' THEN 1 ELSE 0 END) AS is_tardy,
    MAX(attendance_known.known_from) AS known_from,
    CASE
      WHEN MIN(attendance_known.known_from) = MAX(attendance_known.known_from)
      AND COUNT(attendance_known.known_until) = 0
      THEN 1
      ELSE 0
    END AS is_settled
  FROM attendance_known AS attendance_known
  WHERE
    NOT attendance_known.known_from IS NULL
  GROUP BY
    attendance_known.student_key,
    attendance_known.event_date
), dates AS (
  SELECT
    days.event_date AS event_date,
    days.known_from AS known_from
  FROM days AS days
  WHERE
    days.is_settled = 1
  GROUP BY
    days.event_date,
    days.known_from
), seen AS (
  SELECT
    d.event_date AS event_date,
    d.known_from AS known_from,
    p.year_begin AS year_begin,
    MIN(p.as_of) AS first_as_of
  FROM dates AS d
  INNER JOIN prediction_day AS p
    ON p.year_begin <= d.event_date AND p.as_of >= d.event_date AND p.as_of >= d.known_from
  GROUP BY
    d.event_date,
    d.known_from,
    p.year_begin
), settled AS (
  SELECT
    d.student_key AS student_key,
    s.year_begin AS year_begin,
    s.first_as_of AS first_as_of,
    CAST(FLOOR(CAST(DATEDIFF(DAY, s.year_begin, d.event_date) AS DOUBLE) / 7e0) AS BIGINT) AS week,
    COUNT(*) AS school_days,
    SUM(1e0 - d.present_fraction) AS absent_days,
    CAST(SUM(d.is_unexcused) AS BIGINT) AS unexcused_days,
    CAST(SUM(d.is_tardy) AS BIGINT) AS tardy_days,
    MAX(d.known_from) AS known_from
  FROM days AS d
  INNER JOIN seen AS s
    ON s.event_date = d.event_date AND s.known_from = d.known_from
  WHERE
    d.is_settled = 1
  GROUP BY
    d.student_key,
    s.year_begin,
    s.first_as_of,
    CAST(FLOOR(CAST(DATEDIFF(DAY, s.year_begin, d.event_date) AS DOUBLE) / 7e0) AS BIGINT)
), changing AS (
  SELECT
    c.student_key AS student_key,
    c.as_of AS as_of,
    c.year_begin AS year_begin,
    a.event_date AS event_date,
    AVG(a.present_fraction) AS present_fraction,
    MAX(CASE WHEN a.category = 'absent_unexcused' THEN 1 ELSE 0 END) AS is_unexcused,
    MAX(CASE WHEN a.category = 'tardy' THEN 1 ELSE 0 END) AS is_tardy,
    MAX(a.known_from) AS known_from
  FROM days AS d
  INNER JOIN attendance_known AS a
    ON a.student_key = d.student_key AND a.event_date = d.event_date
  INNER JOIN student_case AS c
    ON c.student_key = a.student_key
    AND a.event_date >= c.year_begin
    AND a.event_date <= c.as_of
    AND a.known_from <= c.as_of
  WHERE
    d.is_settled = 0 AND (
      a.known_until IS NULL OR a.known_until > c.as_of
    )
  GROUP BY
    c.student_key,
    c.as_of,
    c.year_begin,
    a.event_date
), parts AS (
  SELECT
    c.student_key AS student_key,
    c.as_of AS as_of,
    s.week AS week,
    s.school_days AS school_days,
    s.absent_days AS absent_days,
    s.unexcused_days AS unexcused_days,
    s.tardy_days AS tardy_days,
    s.known_from AS known_from
  FROM student_case AS c
  INNER JOIN settled AS s
    ON s.student_key = c.student_key AND s.year_begin = c.year_begin AND s.first_as_of <= c.as_of
  UNION ALL
  SELECT
    changing.student_key AS student_key,
    changing.as_of AS as_of,
    CAST(FLOOR(CAST(DATEDIFF(DAY, changing.year_begin, changing.event_date) AS DOUBLE) / 7e0) AS BIGINT) AS week,
    CAST(1 AS BIGINT) AS school_days,
    1e0 - changing.present_fraction AS absent_days,
    CAST(changing.is_unexcused AS BIGINT) AS unexcused_days,
    CAST(changing.is_tardy AS BIGINT) AS tardy_days,
    changing.known_from AS known_from
  FROM changing AS changing
)
SELECT
  CAST(parts.student_key AS STRING) AS student_key,
  CAST(parts.as_of AS DATE) AS as_of,
  CAST(parts.week AS INT) AS week,
  CAST(SUM(parts.school_days) AS DOUBLE) AS school_days,
  CAST(SUM(parts.absent_days) AS DOUBLE) AS absent_days,
  CAST(SUM(parts.unexcused_days) AS DOUBLE) AS unexcused_days,
  CAST(SUM(parts.tardy_days) AS DOUBLE) AS tardy_days,
  CAST(MAX(parts.known_from) AS DATE) AS known_from
FROM parts AS parts
GROUP BY
  parts.student_key,
  parts.as_of,
  parts.week
