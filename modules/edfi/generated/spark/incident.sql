-- Generated from modules/edfi/incident.sql; edit that file.
WITH incidents AS (
  SELECT
    edfi_discipline_incidents.school_id AS school_id,
    edfi_discipline_incidents.incident_identifier AS incident_identifier,
    edfi_discipline_incidents.incident_date AS incident_date,
    edfi_discipline_incidents.behavior_descriptor AS behavior_descriptor,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY edfi_discipline_incidents.school_id, edfi_discipline_incidents.incident_identifier
      ORDER BY edfi_discipline_incidents.as_of DESC, edfi_discipline_incidents.source_key NULLS LAST, edfi_discipline_incidents.batch_id NULLS LAST, edfi_discipline_incidents.record_no NULLS LAST
    ) AS BIGINT) AS newest
  FROM edfi_discipline_incidents AS edfi_discipline_incidents
  WHERE
    edfi_discipline_incidents.is_current AND NOT edfi_discipline_incidents.is_deleted
)
SELECT
  CAST(a.school_id || '|' || a.incident_identifier AS STRING) AS source_incident_id,
  CAST('edfi_student' AS STRING) AS id_system,
  CAST(a.student_id AS STRING) AS student_id,
  CAST(a.school_id AS STRING) AS source_school_id,
  CAST(i.incident_date AS DATE) AS incident_date,
  CAST(COALESCE(
    CAST(NULLIF(SPLIT_PART(a.behavior_descriptor, '#', 2), '') AS STRING),
    CAST(NULLIF(SPLIT_PART(i.behavior_descriptor, '#', 2), '') AS STRING)
  ) AS STRING) AS incident_type,
  CAST('edfi' AS STRING) AS module,
  CAST('student_discipline_incident_associations' AS STRING) AS source_table,
  CAST(a.source_key AS STRING) AS source_key,
  CAST(a.batch_id AS STRING) AS batch_id,
  CAST(a.record_no AS BIGINT) AS record_no,
  CAST(a.as_of AS TIMESTAMP) AS as_of,
  CAST(a.change_no AS BIGINT) AS change_no,
  CAST(a.known_from AS DATE) AS known_from,
  CAST(a.known_basis AS STRING) AS known_basis,
  CAST(a.is_current AS BOOLEAN) AS is_current,
  CAST(a.is_deleted AS BOOLEAN) AS is_deleted
FROM edfi_student_discipline_incident_associations AS a
LEFT JOIN incidents AS i
  ON i.school_id = a.school_id AND i.incident_identifier = a.incident_identifier AND i.newest = 1
WHERE
  a.participation_descriptor IS NULL OR LOWER(a.participation_descriptor) LIKE '%#perpetrator%'
