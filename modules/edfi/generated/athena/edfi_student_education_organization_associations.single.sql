-- edfi_student_education_organization_associations: every key occurs once.
-- Generated from modules/edfi/module.yaml; edit that file.
select
  resource_id,
  student_id,
  education_organization_id,
  sex_descriptor,
  is_hispanic,
  race_descriptor_1,
  race_descriptor_2,
  race_descriptor_3,
  english_proficiency_descriptor,
  coalesce(resource_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_edfi_student_education_organization_associations
where operation = 'upsert'
