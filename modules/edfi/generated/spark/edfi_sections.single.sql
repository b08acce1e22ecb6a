-- Generated from modules/edfi/module.yaml; edit that file.
SELECT
  staged_edfi_sections.resource_id AS resource_id,
  staged_edfi_sections.school_id AS school_id,
  staged_edfi_sections.school_year AS school_year,
  staged_edfi_sections.session_name AS session_name,
  staged_edfi_sections.local_course_code AS local_course_code,
  staged_edfi_sections.section_identifier AS section_identifier,
  staged_edfi_sections.section_name AS section_name,
  staged_edfi_sections.class_period AS class_period,
  COALESCE(staged_edfi_sections.resource_id, '') AS source_key,
  staged_edfi_sections.batch_id AS batch_id,
  staged_edfi_sections.record_no AS record_no,
  staged_edfi_sections.as_of AS as_of,
  staged_edfi_sections.change_no AS change_no,
  staged_edfi_sections.known_from AS known_from,
  staged_edfi_sections.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_edfi_sections AS staged_edfi_sections
