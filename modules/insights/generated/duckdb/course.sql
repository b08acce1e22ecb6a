-- Generated from modules/insights/course.sql; edit that file.
WITH subjects AS (
  SELECT
    course_subject.course_id AS course_id,
    MIN(definition.code) AS subject
  FROM insights_course_subject AS course_subject
  INNER JOIN insights_ref_definition AS definition
    ON course_subject.subject_id = definition.definition_id
  WHERE
    course_subject.is_current
    AND NOT course_subject.is_deleted
    AND definition.definition_type = 'RefAcademicSubject'
    AND definition.is_current
    AND NOT definition.is_deleted
  GROUP BY
    course_subject.course_id
)
SELECT
  course.course_id AS source_course_id,
  course.organization_id AS source_school_id,
  course.course_code AS course_code,
  course.course_title AS course_title,
  subjects.subject AS subject,
  CAST('insights' AS TEXT) AS module,
  CAST('course' AS TEXT) AS source_table,
  course.source_key AS source_key,
  course.batch_id AS batch_id,
  course.record_no AS record_no,
  course.as_of AS as_of,
  course.change_no AS change_no,
  course.known_from AS known_from,
  course.known_basis AS known_basis,
  course.is_current AS is_current,
  course.is_deleted AS is_deleted
FROM insights_course AS course
LEFT JOIN subjects AS subjects
  ON course.course_id = subjects.course_id
