-- insights_course_grade_level: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  course_id,
  grade_level_id,
  coalesce(course_id, '') || '|' || coalesce(grade_level_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_course_grade_level
where operation = 'upsert'
