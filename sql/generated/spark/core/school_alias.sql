-- Generated from sql/core/school_alias.sql; edit that file.
WITH ranks AS (
  SELECT
    module_rank.module AS module,
    module_rank.authority_rank AS authority_rank
  FROM module_rank AS module_rank
), listed AS (
  SELECT
    s.module AS module,
    s.source_school_id AS source_school_id,
    LOWER(REPLACE(TRIM(s.source_school_id), '-', '')) AS normal_id,
    MIN(NULLIF(TRIM(REGEXP_REPLACE(LOWER(s.school_name), '[^a-z0-9]+', ' ')), '')) AS normal_name,
    MIN(COALESCE(r.authority_rank, 9)) AS authority_rank
  FROM mapped_school AS s
  LEFT JOIN ranks AS r
    ON r.module = s.module
  WHERE
    s.is_current AND TRIM(s.source_school_id) <> ''
  GROUP BY
    s.module,
    s.source_school_id,
    LOWER(REPLACE(TRIM(s.source_school_id), '-', ''))
), named_ids AS (
  SELECT
    listed.normal_id AS normal_id,
    listed.normal_name AS normal_name,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY listed.normal_id
      ORDER BY listed.authority_rank NULLS LAST, listed.module NULLS LAST, listed.source_school_id NULLS LAST
    ) AS BIGINT) AS position
  FROM listed AS listed
  WHERE
    NOT listed.normal_name IS NULL
), name_uses AS (
  SELECT
    listed.module AS module,
    listed.normal_name AS normal_name,
    COUNT(DISTINCT listed.normal_id) AS ids
  FROM listed AS listed
  WHERE
    NOT listed.normal_name IS NULL
  GROUP BY
    listed.module,
    listed.normal_name
), ambiguous_names AS (
  SELECT
    name_uses.normal_name AS normal_name
  FROM name_uses AS name_uses
  GROUP BY
    name_uses.normal_name
  HAVING
    MAX(ids) > 1
), name_anchors AS (
  SELECT
    l.normal_name AS normal_name,
    l.normal_id AS normal_id,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY l.normal_name
      ORDER BY l.authority_rank NULLS LAST, l.module NULLS LAST, l.normal_id NULLS LAST, l.source_school_id NULLS LAST
    ) AS BIGINT) AS position
  FROM listed AS l
  LEFT JOIN ambiguous_names AS a
    ON a.normal_name = l.normal_name
  WHERE
    NOT l.normal_name IS NULL AND a.normal_name IS NULL
)
SELECT
  CAST(l.module AS STRING) AS module,
  CAST(l.source_school_id AS STRING) AS source_school_id,
  CAST(COALESCE(a.normal_id, l.normal_id) AS STRING) AS school_key,
  CAST('all' AS STRING) AS part
FROM listed AS l
LEFT JOIN named_ids AS n
  ON n.normal_id = l.normal_id AND n.position = 1
LEFT JOIN name_anchors AS a
  ON a.normal_name = n.normal_name AND a.position = 1
