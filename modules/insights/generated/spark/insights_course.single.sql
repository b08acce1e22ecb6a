-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_course.course_id AS course_id,
  staged_insights_course.is_active AS is_active,
  staged_insights_course.course_title AS course_title,
  staged_insights_course.course_code AS course_code,
  staged_insights_course.organization_id AS organization_id,
  COALESCE(staged_insights_course.course_id, '') AS source_key,
  staged_insights_course.batch_id AS batch_id,
  staged_insights_course.record_no AS record_no,
  staged_insights_course.as_of AS as_of,
  staged_insights_course.change_no AS change_no,
  staged_insights_course.known_from AS known_from,
  staged_insights_course.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_course AS staged_insights_course
