-- insights_course: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  course_id,
  is_active,
  course_title,
  course_code,
  organization_id,
  coalesce(course_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_course
where operation = 'upsert'
