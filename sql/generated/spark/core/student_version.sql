-- Generated from sql/core/student_version.sql; edit that file.
SELECT
  CAST(m.student_key AS STRING) AS student_key,
  CAST(s.id_system AS STRING) AS id_system,
  CAST(s.student_id AS STRING) AS student_id,
  CAST(s.role AS STRING) AS role,
  CAST(COALESCE(g.grade, s.grade_level) AS STRING) AS grade_level,
  CAST(s.birth_year AS BIGINT) AS birth_year,
  CAST(s.graduation_year AS BIGINT) AS graduation_year,
  CAST(s.module AS STRING) AS module,
  CAST(s.source_table AS STRING) AS source_table,
  CAST(s.source_key AS STRING) AS source_key,
  CAST(s.batch_id AS STRING) AS batch_id,
  CAST(s.record_no AS BIGINT) AS record_no,
  CAST(s.as_of AS TIMESTAMP) AS as_of,
  CAST(s.change_no AS BIGINT) AS change_no,
  CAST(s.known_from AS DATE) AS known_from,
  CAST(s.known_basis AS STRING) AS known_basis,
  CAST(s.is_current AS BOOLEAN) AS is_current,
  CAST(s.is_deleted AS BOOLEAN) AS is_deleted,
  CAST('all' AS STRING) AS part
FROM mapped_student AS s
LEFT JOIN identity_map AS m
  ON m.id_system = s.id_system AND m.id = s.student_id
LEFT JOIN grade_code AS g
  ON g.spelling = REGEXP_REPLACE(LOWER(s.grade_level), '[^a-z0-9-]', '')
