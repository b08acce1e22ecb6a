-- oneroster_courses: every key occurs once.
-- Generated from modules/oneroster/module.yaml; edit that file.
select
  course_id,
  status,
  school_year_id,
  title,
  course_code,
  org_id,
  subjects,
  coalesce(course_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_oneroster_courses
where operation = 'upsert'
