-- Generated from modules/edfi/module.yaml; edit that file.
SELECT
  staged_edfi_calendar_dates.resource_id AS resource_id,
  staged_edfi_calendar_dates.school_id AS school_id,
  staged_edfi_calendar_dates.school_year AS school_year,
  staged_edfi_calendar_dates.calendar_code AS calendar_code,
  staged_edfi_calendar_dates.calendar_date AS calendar_date,
  staged_edfi_calendar_dates.event_descriptor_1 AS event_descriptor_1,
  staged_edfi_calendar_dates.event_descriptor_2 AS event_descriptor_2,
  staged_edfi_calendar_dates.event_descriptor_3 AS event_descriptor_3,
  COALESCE(staged_edfi_calendar_dates.resource_id, '') AS source_key,
  staged_edfi_calendar_dates.batch_id AS batch_id,
  staged_edfi_calendar_dates.record_no AS record_no,
  staged_edfi_calendar_dates.as_of AS as_of,
  staged_edfi_calendar_dates.change_no AS change_no,
  staged_edfi_calendar_dates.known_from AS known_from,
  staged_edfi_calendar_dates.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_edfi_calendar_dates AS staged_edfi_calendar_dates
