-- nwea_students_by_school: every key occurs once.
-- Generated from modules/nwea/module.yaml; edit that file.
select
  term_name,
  school_name,
  school_state_id,
  student_id,
  student_state_id,
  birth_year,
  ethnic_group,
  sex,
  grade_level,
  coalesce(student_id, '') || '|' || coalesce(term_name, '') || '|' || coalesce(school_name, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_nwea_students_by_school
