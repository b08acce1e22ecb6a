-- Generated from sql/core/attendance_meaning.sql; edit that file.
WITH listed AS (
  SELECT
    attendance_code.module AS module,
    COALESCE(LOWER(TRIM(attendance_code.local_code)), '') AS local_code,
    COALESCE(LOWER(TRIM(attendance_code.local_status)), '') AS local_status,
    attendance_code.category AS category,
    attendance_code.present_fraction AS present_fraction
  FROM attendance_code AS attendance_code
), numbered AS (
  SELECT
    listed.module AS module,
    listed.local_code AS local_code,
    listed.local_status AS local_status,
    listed.category AS category,
    listed.present_fraction AS present_fraction,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY listed.module, listed.local_code, listed.local_status
      ORDER BY listed.category NULLS LAST, listed.present_fraction NULLS LAST
    ) AS BIGINT) AS position
  FROM listed AS listed
)
SELECT
  CAST(numbered.module AS STRING) AS module,
  CAST(numbered.local_code AS STRING) AS local_code,
  CAST(numbered.local_status AS STRING) AS local_status,
  CAST(numbered.category AS STRING) AS category,
  CAST(numbered.present_fraction AS DOUBLE) AS present_fraction,
  CAST('all' AS STRING) AS part
FROM numbered AS numbered
WHERE
  numbered.position = 1
