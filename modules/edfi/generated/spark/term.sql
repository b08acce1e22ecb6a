-- Generated from modules/edfi/term.sql; edit that file.
SELECT
  CAST(edfi_sessions.school_id || '|' || CAST(edfi_sessions.school_year AS STRING) || '|' || edfi_sessions.session_name AS STRING) AS source_term_id,
  CAST(edfi_sessions.school_id AS STRING) AS source_school_id,
  CAST(edfi_sessions.session_name AS STRING) AS term_name,
  CAST(NULLIF(SPLIT_PART(edfi_sessions.term_descriptor, '#', 2), '') AS STRING) AS term_type,
  CAST(edfi_sessions.school_year AS INT) AS school_year,
  CAST(edfi_sessions.begin_date AS DATE) AS begin_date,
  CAST(DATE_ADD(edfi_sessions.end_date, 1) AS DATE) AS end_date,
  CAST('edfi' AS STRING) AS module,
  CAST('sessions' AS STRING) AS source_table,
  CAST(edfi_sessions.source_key AS STRING) AS source_key,
  CAST(edfi_sessions.batch_id AS STRING) AS batch_id,
  CAST(edfi_sessions.record_no AS BIGINT) AS record_no,
  CAST(edfi_sessions.as_of AS TIMESTAMP) AS as_of,
  CAST(edfi_sessions.change_no AS BIGINT) AS change_no,
  CAST(edfi_sessions.known_from AS DATE) AS known_from,
  CAST(edfi_sessions.known_basis AS STRING) AS known_basis,
  CAST(edfi_sessions.is_current AS BOOLEAN) AS is_current,
  CAST(edfi_sessions.is_deleted AS BOOLEAN) AS is_deleted
FROM edfi_sessions AS edfi_sessions
