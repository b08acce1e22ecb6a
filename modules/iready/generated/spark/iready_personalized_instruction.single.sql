-- iready_personalized_instruction: every key occurs once.
-- Generated from modules/iready/module.yaml; edit that file.
select
  student_id,
  grade_level,
  academic_year,
  school_name,
  subject,
  domain,
  lesson_grade,
  lesson_level,
  lesson_id,
  lesson_name,
  lesson_language,
  completion_date,
  minutes,
  score,
  outcome,
  teacher_assigned,
  coalesce(student_id, '') || '|' || coalesce(lesson_id, '') || '|' || coalesce(cast(completion_date as string), '') || '|' || coalesce(cast(minutes as string), '') || '|' || coalesce(score, '') || '|' || coalesce(outcome, '') || '|' || coalesce(cast(teacher_assigned as string), '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_iready_personalized_instruction
