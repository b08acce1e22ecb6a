-- Generated from sql/core/opted_out_id.sql; edit that file.
WITH listed AS (
  SELECT
    opt_out.id_system AS id_system,
    opt_out.id AS id,
    BOOL_OR(opt_out.scope IS NULL OR LOWER(TRIM(opt_out.scope)) IN ('', 'all')) AS is_whole
  FROM opt_out AS opt_out
  WHERE
    opt_out.scope IS NULL OR LOWER(TRIM(opt_out.scope)) IN ('', 'all', 'digital', 'digital_activity')
  GROUP BY
    opt_out.id_system,
    opt_out.id
), students AS (
  SELECT
    m.student_key AS student_key,
    BOOL_OR(l.is_whole) AS is_whole
  FROM listed AS l
  INNER JOIN identity_map AS m
    ON m.id_system = l.id_system AND m.id = l.id
  GROUP BY
    m.student_key
), ids AS (
  SELECT
    listed.id_system AS id_system,
    listed.id AS id,
    CAST(NULL AS TEXT) AS student_key,
    listed.is_whole AS is_whole
  FROM listed AS listed
  UNION ALL
  SELECT
    m.id_system AS id_system,
    m.id AS id,
    m.student_key AS student_key,
    s.is_whole AS is_whole
  FROM identity_map AS m
  INNER JOIN students AS s
    ON s.student_key = m.student_key
)
SELECT
  CAST(ids.id_system AS TEXT) AS id_system,
  CAST(ids.id AS TEXT) AS id,
  CAST(MAX(ids.student_key) AS TEXT) AS student_key,
  CAST(BOOL_OR(ids.is_whole) AS BOOLEAN) AS is_whole,
  CAST('all' AS TEXT) AS part
FROM ids AS ids
GROUP BY
  ids.id_system,
  ids.id
