-- Generated from sql/core/student_audit.sql; edit that file.
SELECT
  CAST(m.student_key AS STRING) AS student_key,
  CAST(a.attribute AS STRING) AS attribute,
  CAST(a.attribute_value AS STRING) AS attribute_value,
  CAST(a.module AS STRING) AS module,
  CAST(a.source_table AS STRING) AS source_table,
  CAST(a.source_key AS STRING) AS source_key,
  CAST(a.known_from AS DATE) AS known_from,
  CAST('all' AS STRING) AS part
FROM mapped_student_audit AS a
LEFT JOIN identity_map AS m
  ON m.id_system = a.id_system AND m.id = a.student_id
WHERE
  a.is_current AND NOT a.is_deleted
