-- Generated from modules/edfi/module.yaml; edit that file.
SELECT
  staged_edfi_discipline_incidents.resource_id AS resource_id,
  staged_edfi_discipline_incidents.incident_identifier AS incident_identifier,
  staged_edfi_discipline_incidents.school_id AS school_id,
  staged_edfi_discipline_incidents.incident_date AS incident_date,
  staged_edfi_discipline_incidents.behavior_descriptor AS behavior_descriptor,
  COALESCE(staged_edfi_discipline_incidents.resource_id, '') AS source_key,
  staged_edfi_discipline_incidents.batch_id AS batch_id,
  staged_edfi_discipline_incidents.record_no AS record_no,
  staged_edfi_discipline_incidents.as_of AS as_of,
  staged_edfi_discipline_incidents.change_no AS change_no,
  staged_edfi_discipline_incidents.known_from AS known_from,
  staged_edfi_discipline_incidents.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_edfi_discipline_incidents AS staged_edfi_discipline_incidents
