-- Generated from sql/core/section_enrollment.sql; edit that file.
WITH terms AS (
  SELECT
    term.term_key AS term_key,
    term.begin_date AS begin_date,
    term.end_date AS end_date
  FROM term AS term
), sections AS (
  SELECT
    s.section_key AS section_key,
    t.begin_date AS begin_date,
    t.end_date AS end_date
  FROM section AS s
  LEFT JOIN terms AS t
    ON t.term_key = s.term_key
), stints AS (
  SELECT
    e.module || ':' || e.source_section_id AS section_key,
    m.student_key AS student_key,
    COALESCE(e.begin_date, s.begin_date) AS begin_date,
    COALESCE(e.end_date, s.end_date) AS end_date,
    e.module AS module,
    e.source_table AS source_table,
    e.source_key AS source_key,
    e.as_of AS as_of,
    e.batch_id AS batch_id,
    e.record_no AS record_no
  FROM mapped_section_enrollment AS e
  INNER JOIN identity_map AS m
    ON m.id_system = e.id_system AND m.id = e.student_id
  LEFT JOIN sections AS s
    ON s.section_key = e.module || ':' || e.source_section_id
  WHERE
    e.is_current AND NOT e.is_deleted AND NOT e.source_section_id IS NULL
), numbered AS (
  SELECT
    stints.section_key AS section_key,
    stints.student_key AS student_key,
    stints.begin_date AS begin_date,
    stints.end_date AS end_date,
    stints.module AS module,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY stints.section_key, stints.student_key, stints.begin_date
      ORDER BY CASE WHEN stints.end_date IS NULL THEN 0 ELSE 1 END NULLS LAST, stints.end_date DESC, stints.as_of DESC, stints.source_table NULLS LAST, stints.source_key NULLS LAST, stints.batch_id NULLS LAST, stints.record_no NULLS LAST
    ) AS BIGINT) AS position
  FROM stints AS stints
)
SELECT
  CAST(numbered.section_key AS STRING) AS section_key,
  CAST(numbered.student_key AS STRING) AS student_key,
  CAST(numbered.begin_date AS DATE) AS begin_date,
  CAST(numbered.end_date AS DATE) AS end_date,
  CAST(numbered.module AS STRING) AS module,
  CAST('all' AS STRING) AS part
FROM numbered AS numbered
WHERE
  numbered.position = 1
