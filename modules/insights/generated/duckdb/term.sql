-- Generated from modules/insights/term.sql; edit that file.
WITH years AS (
  SELECT
    insights_ref_definition.definition_id AS definition_id,
    insights_ref_definition.code AS code
  FROM insights_ref_definition AS insights_ref_definition
  WHERE
    insights_ref_definition.definition_type = 'RefAcademicYear'
    AND insights_ref_definition.is_current
    AND NOT insights_ref_definition.is_deleted
), types AS (
  SELECT
    insights_ref_definition.definition_id AS definition_id,
    LOWER(insights_ref_definition.code) AS code
  FROM insights_ref_definition AS insights_ref_definition
  WHERE
    insights_ref_definition.definition_type = 'RefSessionType'
    AND insights_ref_definition.is_current
    AND NOT insights_ref_definition.is_deleted
), sessions AS (
  SELECT
    session.session_id AS session_id,
    session.session_name AS session_name,
    session.begin_date AS begin_date,
    session.end_date AS end_date,
    types.code AS session_type,
    CASE WHEN REGEXP_MATCHES(years.code, '^[0-9]{4}$') THEN CAST(years.code AS INT) END AS school_year,
    session.source_key AS source_key,
    session.batch_id AS batch_id,
    session.record_no AS record_no,
    session.as_of AS as_of,
    session.change_no AS change_no,
    session.known_from AS known_from,
    session.known_basis AS known_basis,
    session.is_current AS is_current,
    session.is_deleted AS is_deleted
  FROM insights_session AS session
  LEFT JOIN years AS years
    ON session.academic_year_id = years.definition_id
  LEFT JOIN types AS types
    ON session.session_type_id = types.definition_id
)
SELECT
  sessions.session_id AS source_term_id,
  CAST(NULL AS TEXT) AS source_school_id,
  sessions.session_name AS term_name,
  CAST(sessions.session_type AS TEXT) AS term_type,
  CAST(sessions.school_year AS INT) AS school_year,
  sessions.begin_date AS begin_date,
  CAST(sessions.end_date + INTERVAL 1 DAY AS DATE) AS end_date,
  CAST('insights' AS TEXT) AS module,
  CAST('session' AS TEXT) AS source_table,
  sessions.source_key AS source_key,
  sessions.batch_id AS batch_id,
  sessions.record_no AS record_no,
  sessions.as_of AS as_of,
  sessions.change_no AS change_no,
  sessions.known_from AS known_from,
  sessions.known_basis AS known_basis,
  sessions.is_current AS is_current,
  sessions.is_deleted AS is_deleted
FROM sessions AS sessions
