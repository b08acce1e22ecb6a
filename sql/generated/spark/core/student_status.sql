-- Generated from sql/core/student_status.sql; edit that file.
SELECT
  CAST(m.student_key AS STRING) AS student_key,
  CAST(e.local_status AS STRING) AS local_status,
  CAST(e.status AS STRING) AS status,
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
FROM mapped_student_status AS e
LEFT JOIN identity_map AS m
  ON m.id_system = e.id_system AND m.id = e.student_id
