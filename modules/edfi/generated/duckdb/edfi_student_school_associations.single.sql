-- edfi_student_school_associations: every key occurs once.
-- Generated from modules/edfi/module.yaml; edit that file.
select
  resource_id,
  student_id,
  school_id,
  school_year,
  entry_date,
  entry_grade_descriptor,
  entry_type_descriptor,
  exit_date,
  exit_type_descriptor,
  is_primary,
  coalesce(resource_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_edfi_student_school_associations
where operation = 'upsert'
