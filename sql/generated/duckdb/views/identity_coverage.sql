-- Generated from sql/views/identity_coverage.sql; edit that file.
SELECT
  CAST(i.module AS TEXT) AS module,
  CAST(i.id_system AS TEXT) AS id_system,
  CAST(COUNT(CASE WHEN NOT i.is_staff THEN 1 END) AS INT) AS ids_seen,
  CAST(COUNT(CASE WHEN NOT i.student_key IS NULL THEN 1 END) AS INT) AS ids_matched,
  CAST(COUNT(CASE WHEN i.student_key IS NULL AND NOT i.is_staff THEN 1 END) AS INT) AS ids_unmatched,
  CAST(COUNT(CASE WHEN i.is_staff THEN 1 END) AS INT) AS ids_of_staff,
  CAST(COUNT(DISTINCT i.student_key) AS INT) AS students,
  CAST(MIN(i.first_seen) AS DATE) AS first_seen
FROM student_identifier AS i
GROUP BY
  i.module,
  i.id_system
