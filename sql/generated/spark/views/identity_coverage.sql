-- Generated from sql/views/identity_coverage.sql; edit that file.
SELECT
  CAST(i.module AS STRING) AS module,
  CAST(i.id_system AS STRING) AS id_system,
  CAST(COUNT_IF(NOT i.is_staff) AS INT) AS ids_seen,
  CAST(COUNT_IF(NOT i.student_key IS NULL) AS INT) AS ids_matched,
  CAST(COUNT_IF(i.student_key IS NULL AND NOT i.is_staff) AS INT) AS ids_unmatched,
  CAST(COUNT_IF(i.is_staff) AS INT) AS ids_of_staff,
  CAST(COUNT(DISTINCT i.student_key) AS INT) AS students,
  CAST(MIN(i.first_seen) AS DATE) AS first_seen
FROM student_identifier AS i
GROUP BY
  i.module,
  i.id_system
