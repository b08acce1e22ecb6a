-- Generated from sql/core/assessment_result.sql; edit that file.
SELECT
  CAST(m.student_key AS STRING) AS student_key,
  CAST(e.assessment AS STRING) AS assessment,
  CAST(e.subject AS STRING) AS subject,
  CAST(e.administered_on AS DATE) AS administered_on,
  CAST(e.result_name AS STRING) AS result_name,
  CAST(e.score AS DOUBLE) AS score,
  CAST(e.score_text AS STRING) AS score_text,
  CAST(e.standard_error AS DOUBLE) AS standard_error,
  CAST(e.percentile AS DOUBLE) AS percentile,
  CAST(COALESCE(g.grade, e.grade_level) AS STRING) AS grade_level,
  CAST(COALESCE(a.school_key, LOWER(REPLACE(TRIM(e.source_school_id), '-', ''))) AS STRING) AS school_key,
  CAST(e.attempt_status AS STRING) AS attempt_status,
  CAST(e.id_system AS STRING) AS id_system,
  CAST(e.student_id AS STRING) AS student_id,
  CAST(e.module AS STRING) AS module,
  CAST(e.source_table AS STRING) AS source_table,
  CAST(e.source_key AS STRING) AS source_key,
  CAST(e.batch_id AS STRING) AS batch_id,
  CAST(e.record_no AS BIGINT) AS record_no,
  CAST(e.as_of AS TIMESTAMP) AS as_of,
  CAST(e.change_no AS BIGINT) AS change_no,
  CAST(e.known_from AS DATE) AS known_from,
  CAST(e.known_basis AS STRING) AS known_basis,
  CAST(e.is_current AS BOOLEAN) AS is_current,
  CAST(e.is_deleted AS BOOLEAN) AS is_deleted,
  CAST('all' AS STRING) AS part
FROM mapped_assessment_result AS e
LEFT JOIN identity_map AS m
  ON m.id_system = e.id_system AND m.id = e.student_id
LEFT JOIN grade_code AS g
  ON g.spelling = REGEXP_REPLACE(LOWER(e.grade_level), '[^a-z0-9-]', '')
LEFT JOIN school_alias AS a
  ON a.module = e.module AND a.source_school_id = e.source_school_id
