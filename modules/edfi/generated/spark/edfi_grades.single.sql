-- edfi_grades: every key occurs once.
-- Generated from modules/edfi/module.yaml; edit that file.
select
  resource_id,
  student_id,
  school_id,
  school_year,
  session_name,
  local_course_code,
  section_identifier,
  begin_date,
  grade_type_descriptor,
  grading_period_descriptor,
  grading_period_name,
  grading_period_year,
  letter_grade,
  numeric_grade,
  coalesce(resource_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_edfi_grades
where operation = 'upsert'
