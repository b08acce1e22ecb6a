-- Generated from modules/edfi/term.sql; edit that file.
SELECT
  CAST(edfi_sessions.school_id || '|' || CAST(edfi_sessions.school_year AS TEXT) || '|' || edfi_sessions.session_name AS TEXT) AS source_term_id,
  CAST(edfi_sessions.school_id AS TEXT) AS source_school_id,
  CAST(edfi_sessions.session_name AS TEXT) AS term_name,
  CAST(NULLIF(SPLIT_PART(edfi_sessions.term_descriptor, '#', 2), '') AS TEXT) AS term_type,
  CAST(edfi_sessions.school_year AS INT) AS school_year,
  CAST(edfi_sessions.begin_date AS DATE) AS begin_date,
  CAST(edfi_sessions.end_date + INTERVAL 1 DAY AS DATE) AS end_date,
  CAST('edfi' AS TEXT) AS module,
  CAST('sessions' AS TEXT) AS source_table,
  CAST(edfi_sessions.source_key AS TEXT) AS source_key,
  CAST(edfi_sessions.batch_id AS TEXT) AS batch_id,
  CAST(edfi_sessions.record_no AS BIGINT) AS record_no,
  CAST(edfi_sessions.as_of AS TIMESTAMP) AS as_of,
  CAST(edfi_sessions.change_no AS BIGINT) AS change_no,
  CAST(edfi_sessions.known_from AS DATE) AS known_from,
  CAST(edfi_sessions.known_basis AS TEXT) AS known_basis,
  CAST(edfi_sessions.is_current AS BOOLEAN) AS is_current,
  CAST(edfi_sessions.is_deleted AS BOOLEAN) AS is_deleted
FROM edfi_sessions AS edfi_sessions
