-- Generated from sql/core/incident.sql; edit that file.
SELECT
  CAST(m.student_key AS TEXT) AS student_key,
  CAST(e.module || ':' || e.source_incident_id AS TEXT) AS incident_key,
  CAST(COALESCE(a.school_key, LOWER(REPLACE(TRIM(e.source_school_id), '-', ''))) AS TEXT) AS school_key,
  CAST(e.incident_date AS DATE) AS incident_date,
  CAST(e.incident_type AS TEXT) AS incident_type,
  CAST(e.module AS TEXT) AS module,
  CAST(e.source_table AS TEXT) AS source_table,
  CAST(e.source_key AS TEXT) AS source_key,
  CAST(e.known_from AS DATE) AS known_from,
  CAST('all' AS TEXT) AS part
FROM mapped_incident AS e
LEFT JOIN identity_map AS m
  ON m.id_system = e.id_system AND m.id = e.student_id
LEFT JOIN school_alias AS a
  ON a.module = e.module AND a.source_school_id = e.source_school_id
WHERE
  e.is_current AND NOT e.is_deleted
