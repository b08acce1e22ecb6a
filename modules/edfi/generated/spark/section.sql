-- Generated from modules/edfi/section.sql; edit that file.
WITH offerings AS (
  SELECT
    edfi_course_offerings.school_id AS school_id,
    edfi_course_offerings.school_year AS school_year,
    edfi_course_offerings.session_name AS session_name,
    edfi_course_offerings.local_course_code AS local_course_code,
    edfi_course_offerings.course_organization_id AS course_organization_id,
    edfi_course_offerings.course_code AS course_code,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY edfi_course_offerings.school_id, edfi_course_offerings.school_year, edfi_course_offerings.session_name, edfi_course_offerings.local_course_code
      ORDER BY edfi_course_offerings.as_of DESC, edfi_course_offerings.source_key NULLS LAST, edfi_course_offerings.batch_id NULLS LAST, edfi_course_offerings.record_no NULLS LAST
    ) AS BIGINT) AS newest
  FROM edfi_course_offerings AS edfi_course_offerings
  WHERE
    edfi_course_offerings.is_current AND NOT edfi_course_offerings.is_deleted
)
SELECT
  CAST(s.school_id || '|' || COALESCE(CAST(s.school_year AS STRING), '') || '|' || COALESCE(s.session_name, '') || '|' || COALESCE(s.local_course_code, '') || '|' || COALESCE(s.section_identifier, '') AS STRING) AS source_section_id,
  CAST(COALESCE(o.course_organization_id || '|' || o.course_code, s.school_id || '|' || s.local_course_code) AS STRING) AS source_course_id,
  CAST(s.school_id AS STRING) AS source_school_id,
  CAST(s.school_id || '|' || CAST(s.school_year AS STRING) || '|' || s.session_name AS STRING) AS source_term_id,
  CAST(COALESCE(s.section_name, s.section_identifier) AS STRING) AS section_name,
  CAST('edfi' AS STRING) AS module,
  CAST('sections' AS STRING) AS source_table,
  CAST(s.source_key AS STRING) AS source_key,
  CAST(s.batch_id AS STRING) AS batch_id,
  CAST(s.record_no AS BIGINT) AS record_no,
  CAST(s.as_of AS TIMESTAMP) AS as_of,
  CAST(s.change_no AS BIGINT) AS change_no,
  CAST(s.known_from AS DATE) AS known_from,
  CAST(s.known_basis AS STRING) AS known_basis,
  CAST(s.is_current AS BOOLEAN) AS is_current,
  CAST(s.is_deleted AS BOOLEAN) AS is_deleted
FROM edfi_sections AS s
LEFT JOIN offerings AS o
  ON o.school_id = s.school_id
  AND o.school_year = s.school_year
  AND o.session_name = s.session_name
  AND o.local_course_code = s.local_course_code
  AND o.newest = 1
