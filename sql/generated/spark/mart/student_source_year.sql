-- Generated from sql/mart/student_source_year.sql; edit that file.
WITH stints AS (
  SELECT
    enrollment.student_key AS student_key,
    enrollment.school_key AS school_key,
    enrollment.school_year AS school_year,
    enrollment.begin_date AS begin_date,
    enrollment.end_date AS end_date
  FROM enrollment AS enrollment
), homes AS (
  SELECT
    enrollment.student_key AS student_key,
    enrollment.school_key AS school_key,
    enrollment.school_year AS school_year,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY enrollment.student_key, enrollment.school_year
      ORDER BY CASE WHEN enrollment.is_home THEN 0 ELSE 1 END NULLS LAST, enrollment.begin_date DESC, enrollment.school_key NULLS LAST
    ) AS BIGINT) AS position
  FROM enrollment AS enrollment
), shapes AS (
  SELECT
    stints.school_key AS school_key,
    stints.school_year AS school_year,
    stints.begin_date AS begin_date,
    stints.end_date AS end_date
  FROM stints AS stints
  GROUP BY
    stints.school_key,
    stints.school_year,
    stints.begin_date,
    stints.end_date
), shape_days AS (
  SELECT
    s.school_key AS school_key,
    s.school_year AS school_year,
    s.begin_date AS begin_date,
    s.end_date AS end_date,
    c.module AS module,
    c.event_object AS event_object,
    COUNT(*) AS covered_days,
    BOOL_OR(c.measures_minutes) AS measures_minutes,
    BOOL_OR(c.measures_accesses) AS measures_accesses
  FROM shapes AS s
  INNER JOIN school_session_day AS d
    ON d.school_key = s.school_key
    AND d.school_year = s.school_year
    AND d.calendar_date >= s.begin_date
    AND d.calendar_date < s.end_date
  INNER JOIN source_coverage_day AS c
    ON c.covered_date = d.calendar_date
  GROUP BY
    s.school_key,
    s.school_year,
    s.begin_date,
    s.end_date,
    c.module,
    c.event_object
), opted_out AS (
  SELECT
    opted_out_id.student_key AS student_key
  FROM opted_out_id AS opted_out_id
  WHERE
    NOT opted_out_id.student_key IS NULL
  GROUP BY
    opted_out_id.student_key
), covered AS (
  SELECT
    s.student_key AS student_key,
    s.school_key AS school_key,
    s.school_year AS school_year,
    d.module AS module,
    d.event_object AS event_object,
    SUM(d.covered_days) AS covered_days,
    BOOL_OR(d.measures_minutes) AS measures_minutes,
    BOOL_OR(d.measures_accesses) AS measures_accesses
  FROM stints AS s
  INNER JOIN shape_days AS d
    ON d.school_key = s.school_key
    AND d.school_year = s.school_year
    AND d.begin_date = s.begin_date
    AND d.end_date = s.end_date
  LEFT JOIN opted_out AS o
    ON o.student_key = s.student_key
  WHERE
    o.student_key IS NULL
  GROUP BY
    s.student_key,
    s.school_key,
    s.school_year,
    d.module,
    d.event_object
), activity AS (
  SELECT
    m.student_key AS student_key,
    COALESCE(m.school_key, h.school_key, 'unknown') AS school_key,
    m.school_year AS school_year,
    m.module AS module,
    m.event_object AS event_object,
    SUM(m.digital_days) AS digital_days,
    SUM(m.active_days) AS active_days,
    SUM(m.minutes) AS minutes,
    SUM(m.accesses) AS accesses
  FROM student_source_month AS m
  LEFT JOIN homes AS h
    ON h.student_key = m.student_key AND h.school_year = m.school_year AND h.position = 1
  GROUP BY
    m.student_key,
    COALESCE(m.school_key, h.school_key, 'unknown'),
    m.school_year,
    m.module,
    m.event_object
), pairs AS (
  SELECT
    covered.student_key AS student_key,
    covered.school_key AS school_key,
    covered.school_year AS school_year,
    covered.module AS module,
    covered.event_object AS event_object
  FROM covered AS covered
  UNION ALL
  SELECT
    activity.student_key AS student_key,
    activity.school_key AS school_key,
    activity.school_year AS school_year,
    activity.module AS module,
    activity.event_object AS event_object
  FROM activity AS activity
), rows_of_year AS (
  SELECT
    pairs.student_key AS student_key,
    pairs.school_key AS school_key,
    pairs.school_year AS school_year,
    pairs.module AS module,
    pairs.event_object AS event_object
  FROM pairs AS pairs
  GROUP BY
    pairs.student_key,
    pairs.school_key,
    pairs.school_year,
    pairs.module,
    pairs.event_object
)
SELECT
  CAST(r.student_key AS STRING) AS student_key,
  CAST(r.school_key AS STRING) AS school_key,
  CAST(r.module AS STRING) AS module,
  CAST(r.event_object AS STRING) AS event_object,
  CAST(COALESCE(c.covered_days, 0) AS INT) AS covered_days,
  CAST(COALESCE(a.digital_days, 0) AS INT) AS digital_days,
  CAST(COALESCE(a.active_days, 0) AS INT) AS active_days,
  CAST(CASE WHEN c.measures_minutes THEN COALESCE(a.minutes, 0e0) ELSE a.minutes END AS DOUBLE) AS digital_minutes,
  CAST(CASE WHEN c.measures_accesses THEN COALESCE(a.accesses, 0) ELSE a.accesses END AS BIGINT) AS digital_accesses,
  CAST(r.school_year AS INT) AS school_year
FROM rows_of_year AS r
LEFT JOIN covered AS c
  ON c.student_key = r.student_key
  AND c.school_key = r.school_key
  AND c.school_year = r.school_year
  AND c.module = r.module
  AND c.event_object = r.event_object
LEFT JOIN activity AS a
  ON a.student_key = r.student_key
  AND a.school_key = r.school_key
  AND a.school_year = r.school_year
  AND a.module = r.module
  AND a.event_object = r.event_object
