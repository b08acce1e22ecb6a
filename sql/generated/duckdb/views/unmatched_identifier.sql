-- Generated from sql/views/unmatched_identifier.sql; edit that file.
SELECT
  CAST(i.module AS TEXT) AS module,
  CAST(i.id_system AS TEXT) AS id_system,
  CAST(i.id AS TEXT) AS id,
  CAST(i.first_seen AS DATE) AS first_seen
FROM student_identifier AS i
WHERE
  i.student_key IS NULL AND NOT i.is_staff
