-- Generated from sql/core/intervention.sql; edit that file.
SELECT
  CAST(CASE WHEN e.id_system = 'homeroom_student' THEN e.student_id ELSE m.student_key END AS TEXT) AS student_key,
  CAST(e.intervention AS TEXT) AS intervention,
  CAST(e.begin_date AS DATE) AS begin_date,
  CAST(e.end_date AS DATE) AS end_date,
  CAST(e.module AS TEXT) AS module,
  CAST(e.source_table AS TEXT) AS source_table,
  CAST(e.source_key AS TEXT) AS source_key,
  CAST(e.known_from AS DATE) AS known_from,
  CAST('all' AS TEXT) AS part
FROM mapped_intervention AS e
LEFT JOIN identity_map AS m
  ON m.id_system = e.id_system AND m.id = e.student_id
WHERE
  e.is_current AND NOT e.is_deleted
