-- Generated from sql/views/measure_group_count.sql; edit that file.
WITH told AS (
  SELECT
    student_audit.student_key AS student_key,
    student_audit.attribute AS attribute,
    student_audit.attribute_value AS attribute_value,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY student_audit.student_key, student_audit.attribute
      ORDER BY student_audit.module NULLS LAST, student_audit.source_table NULLS LAST, student_audit.source_key NULLS LAST, student_audit.attribute_value NULLS LAST
    ) AS BIGINT) AS place
  FROM student_audit AS student_audit
  WHERE
    NOT student_audit.student_key IS NULL AND NOT student_audit.attribute_value IS NULL
), groups AS (
  SELECT
    told.student_key AS student_key,
    told.attribute AS attribute,
    told.attribute_value AS attribute_value
  FROM told AS told
  WHERE
    told.place = 1
)
SELECT
  CAST(m.school_key AS STRING) AS school_key,
  CAST(g.attribute AS STRING) AS attribute,
  CAST(g.attribute_value AS STRING) AS attribute_value,
  CAST(m.school_year AS INT) AS school_year,
  CAST(m.metric AS STRING) AS metric,
  CAST(COUNT(*) AS INT) AS students,
  CAST(COUNT(m.meets) AS INT) AS judged,
  CAST(COUNT_IF(m.meets) AS INT) AS meeting
FROM student_measure AS m
INNER JOIN groups AS g
  ON g.student_key = m.student_key
WHERE
  m.level = 'school'
GROUP BY
  m.school_key,
  g.attribute,
  g.attribute_value,
  m.school_year,
  m.metric
