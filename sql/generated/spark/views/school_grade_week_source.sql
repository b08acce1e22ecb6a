-- Generated from sql/views/school_grade_week_source.sql; edit that file.
WITH coverage AS (
  SELECT
    source_coverage_day.module AS module,
    source_coverage_day.covered_date AS covered_date
  FROM source_coverage_day AS source_coverage_day
  GROUP BY
    source_coverage_day.module,
    source_coverage_day.covered_date
), opted_out AS (
  SELECT
    opted_out_id.student_key AS student_key
  FROM opted_out_id AS opted_out_id
  WHERE
    NOT opted_out_id.student_key IS NULL
  GROUP BY
    opted_out_id.student_key
), activity AS (
  SELECT
    student_source_day.student_key AS student_key,
    student_source_day.event_date AS event_date,
    student_source_day.module AS module,
    SUM(student_source_day.minutes) AS minutes
  FROM student_source_day AS student_source_day
  GROUP BY
    student_source_day.student_key,
    student_source_day.event_date,
    student_source_day.module
), years AS (
  SELECT
    student_engagement_year.student_key AS student_key,
    student_engagement_year.school_key AS school_key,
    student_engagement_year.school_year AS school_year,
    student_engagement_year.grade_level AS grade_level
  FROM student_engagement_year AS student_engagement_year
), days AS (
  SELECT
    d.student_key AS student_key,
    d.school_key AS school_key,
    d.school_year AS school_year,
    COALESCE(y.grade_level, s.grade_level, 'not stated') AS grade,
    CAST(DATE_TRUNC('WEEK', d.calendar_date) AS DATE) AS week_start,
    c.module AS module,
    NOT a.student_key IS NULL AS is_active,
    a.minutes AS minutes
  FROM student_day_fact AS d
  INNER JOIN coverage AS c
    ON c.covered_date = d.calendar_date
  LEFT JOIN student AS s
    ON s.student_key = d.student_key
  LEFT JOIN years AS y
    ON y.student_key = d.student_key AND y.school_key = d.school_key AND y.school_year = d.school_year
  LEFT JOIN opted_out AS o
    ON o.student_key = d.student_key
  LEFT JOIN activity AS a
    ON a.student_key = d.student_key AND a.event_date = d.calendar_date AND a.module = c.module
  WHERE
    o.student_key IS NULL
)
SELECT
  CAST(d.school_key AS STRING) AS school_key,
  CAST(d.grade AS STRING) AS grade,
  CAST(d.school_year AS INT) AS school_year,
  CAST(d.week_start AS DATE) AS week_start,
  CAST(d.module AS STRING) AS module,
  CAST(COUNT(*) AS INT) AS covered_days,
  CAST(COUNT_IF(d.is_active) AS INT) AS digital_days,
  CAST(SUM(d.minutes) AS DOUBLE) AS digital_minutes
FROM days AS d
GROUP BY
  d.school_key,
  d.grade,
  d.school_year,
  d.week_start,
  d.module
