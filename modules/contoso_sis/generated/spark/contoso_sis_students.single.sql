-- contoso_sis_students: every key occurs once.
-- Generated from modules/contoso_sis/module.yaml; edit that file.
select
  student_id,
  school_id,
  grade,
  status,
  graduation_year,
  birth_year,
  state_id,
  email,
  sex,
  race,
  primary_language,
  english_learner,
  special_education,
  low_income,
  coalesce(student_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_contoso_sis_students
