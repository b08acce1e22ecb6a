-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_course_grade_level.course_id AS course_id,
  staged_insights_course_grade_level.grade_level_id AS grade_level_id,
  COALESCE(staged_insights_course_grade_level.course_id, '') || '|' || COALESCE(staged_insights_course_grade_level.grade_level_id, '') AS source_key,
  staged_insights_course_grade_level.batch_id AS batch_id,
  staged_insights_course_grade_level.record_no AS record_no,
  staged_insights_course_grade_level.as_of AS as_of,
  staged_insights_course_grade_level.change_no AS change_no,
  staged_insights_course_grade_level.known_from AS known_from,
  staged_insights_course_grade_level.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_course_grade_level AS staged_insights_course_grade_level
