-- Generated from sql/core/calendar_day.sql; edit that file.
WITH run AS (
  SELECT
    policy.run_date AS run_date
  FROM policy AS policy
), years AS (
  SELECT
    school_year_span.school_year AS school_year,
    school_year_span.year_begin AS year_begin,
    school_year_span.year_end AS year_end
  FROM school_year_span AS school_year_span
), schools AS (
  SELECT
    enrollment.school_key AS school_key
  FROM enrollment AS enrollment
  GROUP BY
    enrollment.school_key
), ids AS (
  SELECT
    LOWER(REPLACE(TRIM(school_alias.source_school_id), '-', '')) AS normal_id,
    MIN(school_alias.school_key) AS school_key
  FROM school_alias AS school_alias
  GROUP BY
    LOWER(REPLACE(TRIM(school_alias.source_school_id), '-', ''))
), written AS (
  SELECT
    'district' AS basis,
    COALESCE(i.school_key, LOWER(REPLACE(TRIM(d.source_school_id), '-', ''))) AS school_key,
    d.calendar_date AS calendar_date,
    d.is_school_day AS is_school_day,
    d.event_name AS event_name
  FROM district_calendar AS d
  LEFT JOIN ids AS i
    ON i.normal_id = LOWER(REPLACE(TRIM(d.source_school_id), '-', ''))
  UNION ALL
  SELECT
    'source' AS basis,
    COALESCE(a.school_key, LOWER(REPLACE(TRIM(c.source_school_id), '-', ''))) AS school_key,
    c.calendar_date AS calendar_date,
    c.is_school_day AS is_school_day,
    c.event_name AS event_name
  FROM mapped_calendar_day AS c
  LEFT JOIN school_alias AS a
    ON a.module = c.module AND a.source_school_id = c.source_school_id
  WHERE
    c.is_current AND NOT c.is_deleted
), spread AS (
  SELECT
    written.basis AS basis,
    written.school_key AS school_key,
    written.calendar_date AS calendar_date,
    written.is_school_day AS is_school_day,
    written.event_name AS event_name
  FROM written AS written
  WHERE
    NOT written.school_key IS NULL
  UNION ALL
  SELECT
    w.basis AS basis,
    s.school_key AS school_key,
    w.calendar_date AS calendar_date,
    w.is_school_day AS is_school_day,
    w.event_name AS event_name
  FROM written AS w
  CROSS JOIN schools AS s
  WHERE
    w.school_key IS NULL
), ranked AS (
  SELECT
    spread.basis AS basis,
    spread.school_key AS school_key,
    spread.calendar_date AS calendar_date,
    spread.is_school_day AS is_school_day,
    spread.event_name AS event_name,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY spread.school_key, spread.calendar_date
      ORDER BY CASE spread.basis WHEN 'district' THEN 0 ELSE 1 END NULLS LAST, CASE WHEN spread.is_school_day THEN 1 ELSE 0 END NULLS LAST, spread.event_name NULLS LAST
    ) AS BIGINT) AS position
  FROM spread AS spread
  WHERE
    NOT spread.calendar_date IS NULL AND NOT spread.is_school_day IS NULL
), known AS (
  SELECT
    ranked.basis AS basis,
    ranked.school_key AS school_key,
    ranked.calendar_date AS calendar_date,
    ranked.is_school_day AS is_school_day,
    ranked.event_name AS event_name
  FROM ranked AS ranked
  WHERE
    ranked.position = 1
), known_spans AS (
  SELECT
    k.school_key AS school_key,
    y.school_year AS school_year,
    MIN(k.calendar_date) AS first_date,
    MAX(k.calendar_date) AS last_date
  FROM known AS k
  INNER JOIN years AS y
    ON k.calendar_date >= y.year_begin AND k.calendar_date < y.year_end
  WHERE
    k.is_school_day
  GROUP BY
    k.school_key,
    y.school_year
), inferred AS (
  SELECT
    s.school_key AS school_key,
    s.event_date AS calendar_date
  FROM school_attendance_day AS s
  INNER JOIN years AS y
    ON s.event_date >= y.year_begin AND s.event_date < y.year_end
  LEFT JOIN known AS k
    ON k.school_key = s.school_key AND k.calendar_date = s.event_date
  LEFT JOIN known_spans AS p
    ON p.school_key = s.school_key AND p.school_year = y.school_year
  WHERE
    k.school_key IS NULL
    AND (
      p.school_key IS NULL OR s.event_date < p.first_date OR s.event_date > p.last_date
    )
), days AS (
  SELECT
    known.school_key AS school_key,
    known.calendar_date AS calendar_date,
    known.is_school_day AS is_school_day,
    known.event_name AS event_name,
    known.basis AS basis
  FROM known AS known
  UNION ALL
  SELECT
    inferred.school_key AS school_key,
    inferred.calendar_date AS calendar_date,
    TRUE AS is_school_day,
    CAST(NULL AS STRING) AS event_name,
    'inferred' AS basis
  FROM inferred AS inferred
), dated AS (
  SELECT
    d.school_key AS school_key,
    d.calendar_date AS calendar_date,
    d.is_school_day AS is_school_day,
    d.event_name AS event_name,
    d.basis AS basis,
    y.school_year AS school_year,
    d.calendar_date <= u.run_date AS has_elapsed,
    SUM(CASE WHEN d.is_school_day THEN 1 ELSE 0 END) OVER (
      PARTITION BY d.school_key, y.school_year
      ORDER BY d.calendar_date NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS school_days_so_far
  FROM days AS d
  CROSS JOIN run AS u
  INNER JOIN years AS y
    ON d.calendar_date >= y.year_begin AND d.calendar_date < y.year_end
)
SELECT
  CAST(dated.school_key AS STRING) AS school_key,
  CAST(dated.calendar_date AS DATE) AS calendar_date,
  CAST(dated.school_year AS INT) AS school_year,
  CAST(dated.is_school_day AS BOOLEAN) AS is_school_day,
  CAST(CASE WHEN dated.is_school_day THEN dated.school_days_so_far END AS INT) AS school_day_number,
  CAST(dated.has_elapsed AS BOOLEAN) AS has_elapsed,
  CAST(dated.event_name AS STRING) AS event_name,
  CAST(dated.basis AS STRING) AS basis,
  CAST('all' AS STRING) AS part
FROM dated AS dated
