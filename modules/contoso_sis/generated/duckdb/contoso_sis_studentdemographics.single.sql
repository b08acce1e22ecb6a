-- contoso_sis_studentdemographics: every key occurs once.
-- Generated from modules/contoso_sis/module.yaml; edit that file.
select
  student_id,
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
from staged_contoso_sis_studentdemographics
