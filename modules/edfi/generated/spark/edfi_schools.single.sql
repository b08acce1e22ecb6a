-- Generated from modules/edfi/module.yaml; edit that file.
SELECT
  staged_edfi_schools.resource_id AS resource_id,
  staged_edfi_schools.school_id AS school_id,
  staged_edfi_schools.school_name AS school_name,
  staged_edfi_schools.school_type_descriptor AS school_type_descriptor,
  staged_edfi_schools.school_category_descriptor AS school_category_descriptor,
  staged_edfi_schools.operational_status_descriptor AS operational_status_descriptor,
  staged_edfi_schools.local_education_agency_id AS local_education_agency_id,
  COALESCE(staged_edfi_schools.resource_id, '') AS source_key,
  staged_edfi_schools.batch_id AS batch_id,
  staged_edfi_schools.record_no AS record_no,
  staged_edfi_schools.as_of AS as_of,
  staged_edfi_schools.change_no AS change_no,
  staged_edfi_schools.known_from AS known_from,
  staged_edfi_schools.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_edfi_schools AS staged_edfi_schools
