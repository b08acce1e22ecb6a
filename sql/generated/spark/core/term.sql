-- Generated from sql/core/term.sql; edit that file.
WITH numbered AS (
  SELECT
    t.module || ':' || t.source_term_id AS term_key,
    COALESCE(a.school_key, LOWER(REPLACE(TRIM(t.source_school_id), '-', ''))) AS school_key,
    t.term_name AS term_name,
    t.term_type AS term_type,
    t.school_year AS school_year,
    t.begin_date AS begin_date,
    t.end_date AS end_date,
    t.module AS module,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY t.module, t.source_term_id
      ORDER BY t.as_of DESC, t.source_table NULLS LAST, t.source_key NULLS LAST, t.batch_id NULLS LAST, t.record_no NULLS LAST
    ) AS BIGINT) AS position
  FROM mapped_term AS t
  LEFT JOIN school_alias AS a
    ON a.module = t.module AND a.source_school_id = t.source_school_id
  WHERE
    t.is_current AND NOT t.is_deleted AND NOT t.source_term_id IS NULL
)
SELECT
  CAST(numbered.term_key AS STRING) AS term_key,
  CAST(numbered.school_key AS STRING) AS school_key,
  CAST(numbered.term_name AS STRING) AS term_name,
  CAST(numbered.term_type AS STRING) AS term_type,
  CAST(numbered.school_year AS INT) AS school_year,
  CAST(numbered.begin_date AS DATE) AS begin_date,
  CAST(numbered.end_date AS DATE) AS end_date,
  CAST(numbered.module AS STRING) AS module,
  CAST('all' AS STRING) AS part
FROM numbered AS numbered
WHERE
  numbered.position = 1
