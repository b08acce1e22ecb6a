-- edfi_schools: every key occurs once.
-- Generated from modules/edfi/module.yaml; edit that file.
select
  resource_id,
  school_id,
  school_name,
  school_type_descriptor,
  school_category_descriptor,
  operational_status_descriptor,
  local_education_agency_id,
  coalesce(resource_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_edfi_schools
where operation = 'upsert'
