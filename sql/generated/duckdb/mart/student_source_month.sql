-- Generated from sql/mart/student_source_month.sql; edit that file.
WITH sessions AS (
  SELECT
    school_session_day.school_key AS school_key,
    school_session_day.calendar_date AS calendar_date
  FROM school_session_day AS school_session_day
), homes AS (
  SELECT
    enrollment_month.student_key AS student_key,
    enrollment_month.school_key AS school_key,
    enrollment_month.month_text AS month_text,
    enrollment_month.begin_date AS begin_date,
    enrollment_month.end_date AS end_date
  FROM enrollment_month AS enrollment_month
  WHERE
    enrollment_month.is_home
), second_stints AS (
  SELECT
    enrollment_month.student_key AS student_key,
    enrollment_month.school_key AS school_key,
    enrollment_month.month_text AS month_text,
    enrollment_month.begin_date AS begin_date,
    enrollment_month.end_date AS end_date
  FROM enrollment_month AS enrollment_month
  WHERE
    NOT enrollment_month.is_home
), years AS (
  SELECT
    school_year_span.school_year AS school_year,
    school_year_span.year_begin AS year_begin,
    school_year_span.year_end AS year_end
  FROM school_year_span AS school_year_span
), at_home AS (
  SELECT
    s.student_key AS student_key,
    s.event_date AS event_date,
    s.module AS module,
    s.event_object AS event_object,
    s.events AS events,
    s.minutes AS minutes,
    s.accesses AS accesses,
    s.month AS month,
    d.school_key AS school_key
  FROM student_source_day AS s
  LEFT JOIN homes AS h
    ON h.student_key = s.student_key
    AND h.month_text = s.month
    AND s.event_date >= h.begin_date
    AND s.event_date < h.end_date
  LEFT JOIN sessions AS d
    ON d.school_key = h.school_key AND d.calendar_date = s.event_date
), at_second AS (
  SELECT
    s.student_key AS student_key,
    s.event_date AS event_date,
    s.module AS module,
    s.event_object AS event_object,
    e.school_key AS school_key,
    ROW_NUMBER() OVER (PARTITION BY s.student_key, s.event_date, s.module, s.event_object ORDER BY e.school_key) AS position
  FROM student_source_day AS s
  INNER JOIN second_stints AS e
    ON e.student_key = s.student_key
    AND e.month_text = s.month
    AND s.event_date >= e.begin_date
    AND s.event_date < e.end_date
  INNER JOIN sessions AS d
    ON d.school_key = e.school_key AND d.calendar_date = s.event_date
), days AS (
  SELECT
    h.student_key AS student_key,
    COALESCE(h.school_key, e.school_key) AS school_key,
    h.event_date AS event_date,
    h.module AS module,
    h.event_object AS event_object,
    h.events AS events,
    h.minutes AS minutes,
    h.accesses AS accesses,
    1 AS carried,
    h.month AS month
  FROM at_home AS h
  LEFT JOIN at_second AS e
    ON e.student_key = h.student_key
    AND e.event_date = h.event_date
    AND e.module = h.module
    AND e.event_object = h.event_object
    AND e.position = 1
  UNION ALL
  SELECT
    e.student_key AS student_key,
    e.school_key AS school_key,
    e.event_date AS event_date,
    e.module AS module,
    e.event_object AS event_object,
    CAST(NULL AS BIGINT) AS events,
    CAST(NULL AS DOUBLE) AS minutes,
    CAST(NULL AS BIGINT) AS accesses,
    0 AS carried,
    h.month AS month
  FROM at_second AS e
  INNER JOIN at_home AS h
    ON h.student_key = e.student_key
    AND h.event_date = e.event_date
    AND h.module = e.module
    AND h.event_object = e.event_object
  WHERE
    e.position > 1 OR NOT h.school_key IS NULL
)
SELECT
  CAST(d.student_key AS TEXT) AS student_key,
  CAST(d.school_key AS TEXT) AS school_key,
  CAST(d.module AS TEXT) AS module,
  CAST(d.event_object AS TEXT) AS event_object,
  CAST(y.school_year AS INT) AS school_year,
  CAST(COUNT(d.school_key) AS INT) AS digital_days,
  CAST(SUM(d.carried) AS INT) AS active_days,
  CAST(SUM(d.events) AS BIGINT) AS events,
  CAST(SUM(d.minutes) AS DOUBLE) AS minutes,
  CAST(SUM(d.accesses) AS BIGINT) AS accesses,
  CAST(d.month AS TEXT) AS month
FROM days AS d
INNER JOIN years AS y
  ON d.event_date >= y.year_begin AND d.event_date < y.year_end
GROUP BY
  d.student_key,
  d.school_key,
  d.module,
  d.event_object,
  y.school_year,
  d.month
