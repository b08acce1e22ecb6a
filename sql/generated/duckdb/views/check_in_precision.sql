-- Generated from sql/views/check_in_precision.sql; edit that file.
WITH closed AS (
  SELECT
    check_in_record.made_by AS made_by,
    check_in_record.source AS source,
    check_in_record.task AS task,
    check_in_record.verdict AS verdict,
    STRFTIME(check_in_record.closed_on, '%Y-%m') AS month
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
    COUNT(CASE WHEN closed.verdict = 'right' THEN 1 END) AS items_right,
    COUNT(CASE WHEN closed.verdict = 'known' THEN 1 END) AS items_known,
    COUNT(CASE WHEN closed.verdict = 'wrong' THEN 1 END) AS items_wrong,
    COUNT(CASE WHEN closed.verdict = 'unknown' THEN 1 END) AS items_unknown
  FROM closed AS closed
  GROUP BY
    closed.made_by,
    closed.source,
    closed.task,
    closed.month
)
SELECT
  CAST(counted.made_by AS TEXT) AS made_by,
  CAST(counted.source AS TEXT) AS source,
  CAST(counted.task AS TEXT) AS task,
  CAST(counted.month AS TEXT) AS month,
  CAST(counted.items_closed AS INT) AS items_closed,
  CAST(counted.items_right AS INT) AS items_right,
  CAST(counted.items_known AS INT) AS items_known,
  CAST(counted.items_wrong AS INT) AS items_wrong,
  CAST(counted.items_unknown AS INT) AS items_unknown,
  CAST(CAST(counted.items_right AS DOUBLE) / NULLIF(CAST(counted.items_right + counted.items_known + counted.items_wrong AS DOUBLE), 0) AS DOUBLE) AS share_right,
  CAST(CAST(counted.items_wrong AS DOUBLE) / NULLIF(CAST(counted.items_right + counted.items_known + counted.items_wrong AS DOUBLE), 0) AS DOUBLE) AS share_wrong
FROM counted AS counted
