-- Generated from modules/edfi/module.yaml; edit that file.
SELECT
  staged_edfi_sessions.resource_id AS resource_id,
  staged_edfi_sessions.school_id AS school_id,
  staged_edfi_sessions.school_year AS school_year,
  staged_edfi_sessions.session_name AS session_name,
  staged_edfi_sessions.begin_date AS begin_date,
  staged_edfi_sessions.end_date AS end_date,
  staged_edfi_sessions.term_descriptor AS term_descriptor,
  staged_edfi_sessions.instructional_days AS instructional_days,
  COALESCE(staged_edfi_sessions.resource_id, '') AS source_key,
  staged_edfi_sessions.batch_id AS batch_id,
  staged_edfi_sessions.record_no AS record_no,
  staged_edfi_sessions.as_of AS as_of,
  staged_edfi_sessions.change_no AS change_no,
  staged_edfi_sessions.known_from AS known_from,
  staged_edfi_sessions.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_edfi_sessions AS staged_edfi_sessions
