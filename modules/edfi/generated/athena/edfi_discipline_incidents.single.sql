-- edfi_discipline_incidents: every key occurs once.
-- Generated from modules/edfi/module.yaml; edit that file.
select
  resource_id,
  incident_identifier,
  school_id,
  incident_date,
  behavior_descriptor,
  coalesce(resource_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_edfi_discipline_incidents
where operation = 'upsert'
