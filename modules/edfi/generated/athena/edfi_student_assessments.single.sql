-- edfi_student_assessments: every key occurs once.
-- Generated from modules/edfi/module.yaml; edit that file.
select
  resource_id,
  student_id,
  assessment_identifier,
  assessment_namespace,
  administration_date,
  grade_descriptor,
  retest_descriptor,
  score_method_1,
  score_1,
  score_method_2,
  score_2,
  score_method_3,
  score_3,
  performance_level_descriptor,
  coalesce(resource_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_edfi_student_assessments
where operation = 'upsert'
