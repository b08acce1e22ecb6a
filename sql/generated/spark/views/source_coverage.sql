-- Generated from sql/views/source_coverage.sql; edit that file.
WITH covered AS (
  SELECT
    source_coverage_day.module AS module,
    source_coverage_day.event_object AS event_object,
    COUNT(*) AS covered_school_days
  FROM source_coverage_day AS source_coverage_day
  GROUP BY
    source_coverage_day.module,
    source_coverage_day.event_object
), delivered AS (
  SELECT
    source_day.module AS module,
    source_day.event_object AS event_object,
    MIN(source_day.event_date) AS first_date,
    MAX(source_day.event_date) AS last_date,
    COUNT(*) AS days_with_rows,
    SUM(source_day.events) AS events,
    SUM(source_day.unmatched_events) AS unmatched_events,
    SUM(source_day.window_events) AS window_events,
    BOOL_OR(source_day.measures_minutes) AS measures_minutes,
    BOOL_OR(source_day.measures_accesses) AS measures_accesses
  FROM source_day AS source_day
  GROUP BY
    source_day.module,
    source_day.event_object
)
SELECT
  CAST(d.module AS STRING) AS module,
  CAST(d.event_object AS STRING) AS event_object,
  CAST(d.first_date AS DATE) AS first_date,
  CAST(d.last_date AS DATE) AS last_date,
  CAST(d.days_with_rows AS INT) AS days_with_rows,
  CAST(COALESCE(c.covered_school_days, 0) AS INT) AS covered_school_days,
  CAST(d.events AS BIGINT) AS events,
  CAST(d.unmatched_events AS BIGINT) AS unmatched_events,
  CAST(d.window_events AS BIGINT) AS window_events,
  CAST(d.measures_minutes AS BOOLEAN) AS measures_minutes,
  CAST(d.measures_accesses AS BOOLEAN) AS measures_accesses
FROM delivered AS d
LEFT JOIN covered AS c
  ON c.module = d.module AND c.event_object = d.event_object
