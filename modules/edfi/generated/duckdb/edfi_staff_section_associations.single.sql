-- Generated from modules/edfi/module.yaml; edit that file.
SELECT
  staged_edfi_staff_section_associations.resource_id AS resource_id,
  staged_edfi_staff_section_associations.staff_id AS staff_id,
  staged_edfi_staff_section_associations.school_id AS school_id,
  staged_edfi_staff_section_associations.school_year AS school_year,
  staged_edfi_staff_section_associations.session_name AS session_name,
  staged_edfi_staff_section_associations.local_course_code AS local_course_code,
  staged_edfi_staff_section_associations.section_identifier AS section_identifier,
  staged_edfi_staff_section_associations.begin_date AS begin_date,
  staged_edfi_staff_section_associations.end_date AS end_date,
  staged_edfi_staff_section_associations.position_descriptor AS position_descriptor,
  COALESCE(staged_edfi_staff_section_associations.resource_id, '') AS source_key,
  staged_edfi_staff_section_associations.batch_id AS batch_id,
  staged_edfi_staff_section_associations.record_no AS record_no,
  staged_edfi_staff_section_associations.as_of AS as_of,
  staged_edfi_staff_section_associations.change_no AS change_no,
  staged_edfi_staff_section_associations.known_from AS known_from,
  staged_edfi_staff_section_associations.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_edfi_staff_section_associations AS staged_edfi_staff_section_associations
