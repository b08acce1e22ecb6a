-- Generated from sql/core/assessment_result.sql; edit that file.
SELECT
  CAST(m.student_key AS TEXT) AS student_key,
  CAST(e.assessment AS TEXT) AS assessment,
  CAST(e.subject AS TEXT) AS subject,
  CAST(e.administered_on AS DATE) AS administered_on,
  CAST(e.result_name AS TEXT) AS result_name,
  CAST(e.score AS DOUBLE) AS score,
  CAST(e.score_text AS TEXT) AS score_text,
  CAST(e.standard_error AS DOUBLE) AS standard_error,
  CAST(e.percentile AS DOUBLE) AS percentile,
  CAST(COALESCE(g.grade, e.grade_level) AS TEXT) AS grade_level,
  CAST(COALESCE(a.school_key, LOWER(REPLACE(TRIM(e.source_school_id), '-', ''))) AS TEXT) AS school_key,
  CAST(e.attempt_status AS TEXT) AS attempt_status,
  CAST(e.id_system AS TEXT) AS id_system,
  CAST(e.student_id AS TEXT) AS student_id,
  CAST(e.module AS TEXT) AS module,
  CAST(e.source_table AS TEXT) AS source_table,
  CAST(e.source_key AS TEXT) AS source_key,
  CAST(e.batch_id AS TEXT) AS batch_id,
  CAST(e.record_no AS BIGINT) AS record_no,
  CAST(e.as_of AS TIMESTAMP) AS as_of,
  CAST(e.change_no AS BIGINT) AS change_no,
  CAST(e.known_from AS DATE) AS known_from,
  CAST(e.known_basis AS TEXT) AS known_basis,
  CAST(e.is_current AS BOOLEAN) AS is_current,
  CAST(e.is_deleted AS BOOLEAN) AS is_deleted,
  CAST('all' AS TEXT) AS part
FROM mapped_assessment_result AS e
LEFT JOIN identity_map AS m
  ON m.id_system = e.id_system AND m.id = e.student_id
LEFT JOIN grade_code AS g
  ON g.spelling = REGEXP_REPLACE(LOWER(e.grade_level), '[^a-z0-9-]', '', 'g')
LEFT JOIN school_alias AS a
  ON a.module = e.module AND a.source_school_id = e.source_school_id
