-- Generated from sql/features/attendance_known.sql; edit that file.
WITH retold AS (
  SELECT
    attendance_event.module AS module,
    attendance_event.source_table AS source_table,
    attendance_event.source_key AS source_key
  FROM attendance_event AS attendance_event
  WHERE
    NOT attendance_event.is_current OR attendance_event.is_deleted
  GROUP BY
    attendance_event.module,
    attendance_event.source_table,
    attendance_event.source_key
), versions AS (
  SELECT
    e.student_key AS student_key,
    e.event_date AS event_date,
    e.category AS category,
    e.present_fraction AS present_fraction,
    e.is_deleted AS is_deleted,
    e.module AS module,
    e.source_table AS source_table,
    e.source_key AS source_key,
    e.as_of AS as_of,
    e.batch_id AS batch_id,
    e.record_no AS record_no,
    e.known_from AS known_from,
    LEAD(e.known_from) OVER (
      PARTITION BY e.module, e.source_table, e.source_key
      ORDER BY e.as_of NULLS LAST, COALESCE(e.change_no, 0) NULLS LAST, e.known_from NULLS LAST, e.batch_id NULLS LAST, e.record_no NULLS LAST
    ) AS known_until
  FROM attendance_event AS e
  INNER JOIN retold AS r
    ON r.module = e.module AND r.source_table = e.source_table AND r.source_key = e.source_key
), told_once AS (
  SELECT
    e.student_key AS student_key,
    e.event_date AS event_date,
    e.category AS category,
    e.present_fraction AS present_fraction,
    e.is_deleted AS is_deleted,
    e.module AS module,
    e.source_table AS source_table,
    e.source_key AS source_key,
    e.as_of AS as_of,
    e.batch_id AS batch_id,
    e.record_no AS record_no,
    e.known_from AS known_from,
    CAST(NULL AS DATE) AS known_until
  FROM attendance_event AS e
  LEFT JOIN retold AS r
    ON r.module = e.module AND r.source_table = e.source_table AND r.source_key = e.source_key
  WHERE
    r.source_key IS NULL
), marks AS (
  SELECT
    told_once.student_key AS student_key,
    told_once.event_date AS event_date,
    told_once.category AS category,
    told_once.present_fraction AS present_fraction,
    told_once.is_deleted AS is_deleted,
    told_once.module AS module,
    told_once.source_table AS source_table,
    told_once.source_key AS source_key,
    told_once.as_of AS as_of,
    told_once.batch_id AS batch_id,
    told_once.record_no AS record_no,
    told_once.known_from AS known_from,
    told_once.known_until AS known_until
  FROM told_once AS told_once
  UNION ALL
  SELECT
    versions.student_key AS student_key,
    versions.event_date AS event_date,
    versions.category AS category,
    versions.present_fraction AS present_fraction,
    versions.is_deleted AS is_deleted,
    versions.module AS module,
    versions.source_table AS source_table,
    versions.source_key AS source_key,
    versions.as_of AS as_of,
    versions.batch_id AS batch_id,
    versions.record_no AS record_no,
    versions.known_from AS known_from,
    versions.known_until AS known_until
  FROM versions AS versions
)
SELECT
  CAST(marks.student_key AS STRING) AS student_key,
  CAST(marks.event_date AS DATE) AS event_date,
  CAST(marks.category AS STRING) AS category,
  CAST(marks.present_fraction AS DOUBLE) AS present_fraction,
  CAST(marks.known_from AS DATE) AS known_from,
  CAST(marks.known_until AS DATE) AS known_until,
  CAST(marks.module AS STRING) AS module,
  CAST(marks.source_table AS STRING) AS source_table,
  CAST(marks.source_key AS STRING) AS source_key,
  CAST(marks.as_of AS TIMESTAMP) AS as_of,
  CAST(marks.batch_id AS STRING) AS batch_id,
  CAST(marks.record_no AS BIGINT) AS record_no
FROM marks AS marks
WHERE
  NOT marks.student_key IS NULL
  AND NOT marks.event_date IS NULL
  AND NOT marks.is_deleted
  AND NOT marks.present_fraction IS NULL
