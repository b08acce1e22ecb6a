-- Generated from sql/mart/source_coverage_day.sql; edit that file.
WITH sources AS (
  SELECT
    source_day.module AS module,
    source_day.event_object AS event_object,
    MIN(source_day.event_date) AS first_date,
    MAX(source_day.event_date) AS last_date,
    BOOL_OR(source_day.measures_minutes) AS measures_minutes,
    BOOL_OR(source_day.measures_accesses) AS measures_accesses
  FROM source_day AS source_day
  GROUP BY
    source_day.module,
    source_day.event_object
), school_dates AS (
  SELECT
    calendar_day.calendar_date AS calendar_date
  FROM calendar_day AS calendar_day
  WHERE
    calendar_day.is_school_day AND calendar_day.has_elapsed
  GROUP BY
    calendar_day.calendar_date
)
SELECT
  CAST(s.module AS TEXT) AS module,
  CAST(s.event_object AS TEXT) AS event_object,
  CAST(d.calendar_date AS DATE) AS covered_date,
  CAST(s.measures_minutes AS BOOLEAN) AS measures_minutes,
  CAST(s.measures_accesses AS BOOLEAN) AS measures_accesses,
  CAST('all' AS TEXT) AS part
FROM sources AS s
INNER JOIN school_dates AS d
  ON d.calendar_date >= s.first_date AND d.calendar_date <= s.last_date
