-- Generated from modules/edfi/module.yaml; edit that file.
SELECT
  staged_edfi_courses.resource_id AS resource_id,
  staged_edfi_courses.education_organization_id AS education_organization_id,
  staged_edfi_courses.education_organization_kind AS education_organization_kind,
  staged_edfi_courses.course_code AS course_code,
  staged_edfi_courses.course_title AS course_title,
  staged_edfi_courses.subject_descriptor AS subject_descriptor,
  COALESCE(staged_edfi_courses.resource_id, '') AS source_key,
  staged_edfi_courses.batch_id AS batch_id,
  staged_edfi_courses.record_no AS record_no,
  staged_edfi_courses.as_of AS as_of,
  staged_edfi_courses.change_no AS change_no,
  staged_edfi_courses.known_from AS known_from,
  staged_edfi_courses.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_edfi_courses AS staged_edfi_courses
