-- Generated from modules/edfi/module.yaml; edit that file.
SELECT
  staged_edfi_course_offerings.resource_id AS resource_id,
  staged_edfi_course_offerings.school_id AS school_id,
  staged_edfi_course_offerings.school_year AS school_year,
  staged_edfi_course_offerings.session_name AS session_name,
  staged_edfi_course_offerings.local_course_code AS local_course_code,
  staged_edfi_course_offerings.local_course_title AS local_course_title,
  staged_edfi_course_offerings.course_code AS course_code,
  staged_edfi_course_offerings.course_organization_id AS course_organization_id,
  COALESCE(staged_edfi_course_offerings.resource_id, '') AS source_key,
  staged_edfi_course_offerings.batch_id AS batch_id,
  staged_edfi_course_offerings.record_no AS record_no,
  staged_edfi_course_offerings.as_of AS as_of,
  staged_edfi_course_offerings.change_no AS change_no,
  staged_edfi_course_offerings.known_from AS known_from,
  staged_edfi_course_offerings.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_edfi_course_offerings AS staged_edfi_course_offerings
