-- Generated from sql/views/check_in_precision.sql; edit that file.
WITH closed AS (
  SELECT
    check_in_record.made_by AS made_by,
    check_in_record.source AS source,
    check_in_record.task AS task,
    check_in_record.verdict AS verdict,
    DATE_FORMAT(check_in_record.closed_on, 'yyyy-MM') AS month
  FROM check_in_record AS check_in_record
  WHERE
    NOT check_in_record.closed_on IS NULL
), counted AS (
  SELECT
    closed.made_by AS made_by,
    closed.source AS source,
    closed.task AS task,
    closed.month AS month,
    COUNT(*) AS items_closed,
    COUNT_IF(closed.verdict = 'right') AS items_right,
    COUNT_IF(closed.verdict = 'known') AS items_known,
    COUNT_IF(closed.verdict = 'wrong') AS items_wrong,
    COUNT_IF(closed.verdict = 'unknown') AS items_unknown
  FROM closed AS closed
  GROUP BY
    closed.made_by,
    closed.source,
    closed.task,
    closed.month
)
SELECT
  CAST(counted.made_by AS STRING) AS made_by,
  CAST(counted.source AS STRING) AS source,
  CAST(counted.task AS STRING) AS task,
  CAST(counted.month AS STRING) AS month,
  CAST(counted.items_closed AS INT) AS items_closed,
  CAST(counted.items_right AS INT) AS items_right,
  CAST(counted.items_known AS INT) AS items_known,
  CAST(counted.items_wrong AS INT) AS items_wrong,
  CAST(counted.items_unknown AS INT) AS items_unknown,
  CAST(CAST(counted.items_right AS DOUBLE) / NULLIF(CAST(counted.items_right + counted.items_known + counted.items_wrong AS DOUBLE), 0) AS DOUBLE) AS share_right,
  CAST(CAST(counted.items_wrong AS DOUBLE) / NULLIF(CAST(counted.items_right + counted.items_known + counted.items_wrong AS DOUBLE), 0) AS DOUBLE) AS share_wrong
FROM counted AS counted
