-- Generated from sql/core/section.sql; edit that file.
WITH numbered AS (
  SELECT
    s.module || ':' || s.source_section_id AS section_key,
    s.module || ':' || s.source_course_id AS course_key,
    s.module || ':' || s.source_term_id AS term_key,
    COALESCE(a.school_key, LOWER(REPLACE(TRIM(s.source_school_id), '-', ''))) AS school_key,
    s.section_name AS section_name,
    s.module AS module,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY s.module, s.source_section_id
      ORDER BY s.as_of DESC, s.source_table NULLS LAST, s.source_key NULLS LAST, s.batch_id NULLS LAST, s.record_no NULLS LAST
    ) AS BIGINT) AS position
  FROM mapped_section AS s
  LEFT JOIN school_alias AS a
    ON a.module = s.module AND a.source_school_id = s.source_school_id
  WHERE
    s.is_current AND NOT s.is_deleted AND NOT s.source_section_id IS NULL
)
SELECT
  CAST(numbered.section_key AS STRING) AS section_key,
  CAST(numbered.course_key AS STRING) AS course_key,
  CAST(numbered.term_key AS STRING) AS term_key,
  CAST(numbered.school_key AS STRING) AS school_key,
  CAST(numbered.section_name AS STRING) AS section_name,
  CAST(numbered.module AS STRING) AS module,
  CAST('all' AS STRING) AS part
FROM numbered AS numbered
WHERE
  numbered.position = 1
