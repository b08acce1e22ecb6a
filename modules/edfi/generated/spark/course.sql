-- Generated from modules/edfi/course.sql; edit that file.
SELECT
  CAST(edfi_courses.education_organization_id || '|' || edfi_courses.course_code AS STRING) AS source_course_id,
  CAST(CASE
    WHEN edfi_courses.education_organization_kind IS NULL
    OR edfi_courses.education_organization_kind = 'School'
    THEN edfi_courses.education_organization_id
  END AS STRING) AS source_school_id,
  CAST(edfi_courses.course_code AS STRING) AS course_code,
  CAST(edfi_courses.course_title AS STRING) AS course_title,
  CAST(NULLIF(SPLIT_PART(edfi_courses.subject_descriptor, '#', 2), '') AS STRING) AS subject,
  CAST('edfi' AS STRING) AS module,
  CAST('courses' AS STRING) AS source_table,
  CAST(edfi_courses.source_key AS STRING) AS source_key,
  CAST(edfi_courses.batch_id AS STRING) AS batch_id,
  CAST(edfi_courses.record_no AS BIGINT) AS record_no,
  CAST(edfi_courses.as_of AS TIMESTAMP) AS as_of,
  CAST(edfi_courses.change_no AS BIGINT) AS change_no,
  CAST(edfi_courses.known_from AS DATE) AS known_from,
  CAST(edfi_courses.known_basis AS STRING) AS known_basis,
  CAST(edfi_courses.is_current AS BOOLEAN) AS is_current,
  CAST(edfi_courses.is_deleted AS BOOLEAN) AS is_deleted
FROM edfi_courses AS edfi_courses
