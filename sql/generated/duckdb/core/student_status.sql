-- Generated from sql/core/student_status.sql; edit that file.
SELECT
  CAST(m.student_key AS TEXT) AS student_key,
  CAST(e.local_status AS TEXT) AS local_status,
  CAST(e.status AS TEXT) AS status,
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
FROM mapped_student_status AS e
LEFT JOIN identity_map AS m
  ON m.id_system = e.id_system AND m.id = e.student_id
