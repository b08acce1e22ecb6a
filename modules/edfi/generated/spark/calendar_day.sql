-- Generated from modules/edfi/calendar_day.sql; edit that file.
WITH dates AS (
  SELECT
    edfi_calendar_dates.school_id AS school_id,
    edfi_calendar_dates.calendar_date AS calendar_date,
    CAST(NULLIF(SPLIT_PART(edfi_calendar_dates.event_descriptor_1, '#', 2), '') AS STRING) AS event_name,
    CASE
      WHEN edfi_calendar_dates.event_descriptor_1 IS NULL
      THEN NULL
      WHEN LOWER(CAST(NULLIF(SPLIT_PART(edfi_calendar_dates.event_descriptor_1, '#', 2), '') AS STRING)) IN ('instructional day', 'make-up day', 'student late arrival/early dismissal')
      THEN TRUE
      WHEN LOWER(CAST(NULLIF(SPLIT_PART(edfi_calendar_dates.event_descriptor_2, '#', 2), '') AS STRING)) IN ('instructional day', 'make-up day', 'student late arrival/early dismissal')
      THEN TRUE
      WHEN LOWER(CAST(NULLIF(SPLIT_PART(edfi_calendar_dates.event_descriptor_3, '#', 2), '') AS STRING)) IN ('instructional day', 'make-up day', 'student late arrival/early dismissal')
      THEN TRUE
      ELSE FALSE
    END AS is_school_day,
    edfi_calendar_dates.source_key AS source_key,
    edfi_calendar_dates.batch_id AS batch_id,
    edfi_calendar_dates.record_no AS record_no,
    edfi_calendar_dates.as_of AS as_of,
    edfi_calendar_dates.change_no AS change_no,
    edfi_calendar_dates.known_from AS known_from,
    edfi_calendar_dates.known_basis AS known_basis,
    edfi_calendar_dates.is_current AS is_current,
    edfi_calendar_dates.is_deleted AS is_deleted
  FROM edfi_calendar_dates AS edfi_calendar_dates
), ranked AS (
  SELECT
    dates.school_id AS school_id,
    dates.calendar_date AS calendar_date,
    dates.source_key AS source_key,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY dates.school_id, dates.calendar_date
      ORDER BY dates.is_deleted NULLS LAST, CASE WHEN dates.is_school_day THEN 0 WHEN dates.is_school_day IS NULL THEN 2 ELSE 1 END NULLS LAST, dates.source_key NULLS LAST
    ) AS BIGINT) AS voice
  FROM dates AS dates
  WHERE
    dates.is_current
)
SELECT
  CAST(d.school_id AS STRING) AS source_school_id,
  CAST(d.calendar_date AS DATE) AS calendar_date,
  CAST(d.is_school_day AS BOOLEAN) AS is_school_day,
  CAST(d.event_name AS STRING) AS event_name,
  CAST('edfi' AS STRING) AS module,
  CAST('calendar_dates' AS STRING) AS source_table,
  CAST(d.source_key AS STRING) AS source_key,
  CAST(d.batch_id AS STRING) AS batch_id,
  CAST(d.record_no AS BIGINT) AS record_no,
  CAST(d.as_of AS TIMESTAMP) AS as_of,
  CAST(d.change_no AS BIGINT) AS change_no,
  CAST(d.known_from AS DATE) AS known_from,
  CAST(d.known_basis AS STRING) AS known_basis,
  CAST(d.is_current AS BOOLEAN) AS is_current,
  CAST(d.is_deleted AS BOOLEAN) AS is_deleted
FROM dates AS d
INNER JOIN ranked AS r
  ON r.school_id = d.school_id
  AND r.calendar_date = d.calendar_date
  AND r.source_key = d.source_key
  AND r.voice = 1
