-- Generated from sql/core/course.sql; edit that file.
WITH numbered AS (
  SELECT
    c.module || ':' || c.source_course_id AS course_key,
    COALESCE(a.school_key, LOWER(REPLACE(TRIM(c.source_school_id), '-', ''))) AS school_key,
    c.course_code AS course_code,
    c.course_title AS course_title,
    c.subject AS subject,
    c.module AS module,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY c.module, c.source_course_id
      ORDER BY c.as_of DESC, c.source_table NULLS LAST, c.source_key NULLS LAST, c.batch_id NULLS LAST, c.record_no NULLS LAST
    ) AS BIGINT) AS position
  FROM mapped_course AS c
  LEFT JOIN school_alias AS a
    ON a.module = c.module AND a.source_school_id = c.source_school_id
  WHERE
    c.is_current AND NOT c.is_deleted AND NOT c.source_course_id IS NULL
)
SELECT
  CAST(numbered.course_key AS STRING) AS course_key,
  CAST(numbered.school_key AS STRING) AS school_key,
  CAST(numbered.course_code AS STRING) AS course_code,
  CAST(numbered.course_title AS STRING) AS course_title,
  CAST(numbered.subject AS STRING) AS subject,
  CAST(numbered.module AS STRING) AS module,
  CAST('all' AS STRING) AS part
FROM numbered AS numbered
WHERE
  numbered.position = 1
