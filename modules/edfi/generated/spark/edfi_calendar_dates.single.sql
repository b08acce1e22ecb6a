-- edfi_calendar_dates: every key occurs once.
-- Generated from modules/edfi/module.yaml; edit that file.
select
  resource_id,
  school_id,
  school_year,
  calendar_code,
  calendar_date,
  event_descriptor_1,
  event_descriptor_2,
  event_descriptor_3,
  coalesce(resource_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_edfi_calendar_dates
where operation = 'upsert'
