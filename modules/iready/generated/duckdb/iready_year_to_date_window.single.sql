-- iready_year_to_date_window: every key occurs once.
-- Generated from modules/iready/module.yaml; edit that file.
select
  student_id,
  enrolled,
  grade_level,
  academic_year,
  school_name,
  subject,
  sex,
  hispanic_or_latino,
  race,
  english_learner,
  special_education,
  economic_disadvantage,
  migrant,
  completion_date,
  rush_flag,
  overall_score,
  overall_placement,
  percentile,
  coalesce(student_id, '') || '|' || coalesce(subject, '') || '|' || coalesce(academic_year, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_iready_year_to_date_window
where operation = 'upsert'
