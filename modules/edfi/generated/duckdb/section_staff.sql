-- Generated from modules/edfi/section_staff.sql; edit that file.
SELECT
  CAST(edfi_staff_section_associations.school_id || '|' || COALESCE(CAST(edfi_staff_section_associations.school_year AS TEXT), '') || '|' || COALESCE(edfi_staff_section_associations.session_name, '') || '|' || COALESCE(edfi_staff_section_associations.local_course_code, '') || '|' || COALESCE(edfi_staff_section_associations.section_identifier, '') AS TEXT) AS source_section_id,
  CAST('edfi_staff' AS TEXT) AS id_system,
  CAST(edfi_staff_section_associations.staff_id AS TEXT) AS staff_id,
  CAST(NULLIF(SPLIT_PART(edfi_staff_section_associations.position_descriptor, '#', 2), '') AS TEXT) AS staff_role,
  CAST(edfi_staff_section_associations.begin_date AS DATE) AS begin_date,
  CAST(edfi_staff_section_associations.end_date + INTERVAL 1 DAY AS DATE) AS end_date,
  CAST('edfi' AS TEXT) AS module,
  CAST('staff_section_associations' AS TEXT) AS source_table,
  CAST(edfi_staff_section_associations.source_key AS TEXT) AS source_key,
  CAST(edfi_staff_section_associations.batch_id AS TEXT) AS batch_id,
  CAST(edfi_staff_section_associations.record_no AS BIGINT) AS record_no,
  CAST(edfi_staff_section_associations.as_of AS TIMESTAMP) AS as_of,
  CAST(edfi_staff_section_associations.change_no AS BIGINT) AS change_no,
  CAST(edfi_staff_section_associations.known_from AS DATE) AS known_from,
  CAST(edfi_staff_section_associations.known_basis AS TEXT) AS known_basis,
  CAST(edfi_staff_section_associations.is_current AS BOOLEAN) AS is_current,
  CAST(edfi_staff_section_associations.is_deleted AS BOOLEAN) AS is_deleted
FROM edfi_staff_section_associations AS edfi_staff_section_associations
