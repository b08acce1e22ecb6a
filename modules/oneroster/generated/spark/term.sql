-- Generated from modules/oneroster/term.sql; edit that file.
SELECT
  CAST(oneroster_academic_sessions.session_id AS STRING) AS source_term_id,
  CAST(NULL AS STRING) AS source_school_id,
  CAST(oneroster_academic_sessions.title AS STRING) AS term_name,
  CAST(oneroster_academic_sessions.session_type AS STRING) AS term_type,
  CAST(oneroster_academic_sessions.school_year AS INT) AS school_year,
  CAST(oneroster_academic_sessions.begin_date AS DATE) AS begin_date,
  CAST(oneroster_academic_sessions.end_date AS DATE) AS end_date,
  CAST('oneroster' AS STRING) AS module,
  CAST('academic_sessions' AS STRING) AS source_table,
  CAST(oneroster_academic_sessions.source_key AS STRING) AS source_key,
  CAST(oneroster_academic_sessions.batch_id AS STRING) AS batch_id,
  CAST(oneroster_academic_sessions.record_no AS BIGINT) AS record_no,
  CAST(oneroster_academic_sessions.as_of AS TIMESTAMP) AS as_of,
  CAST(oneroster_academic_sessions.change_no AS BIGINT) AS change_no,
  CAST(oneroster_academic_sessions.known_from AS DATE) AS known_from,
  CAST(oneroster_academic_sessions.known_basis AS STRING) AS known_basis,
  CAST(oneroster_academic_sessions.is_current AS BOOLEAN) AS is_current,
  CAST(oneroster_academic_sessions.is_deleted AS BOOLEAN) AS is_deleted
FROM oneroster_academic_sessions AS oneroster_academic_sessions
