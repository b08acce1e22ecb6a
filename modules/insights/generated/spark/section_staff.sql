-- Generated from modules/insights/section_staff.sql; edit that file.
WITH roles AS (
  SELECT
    insights_ref_definition.definition_id AS definition_id,
    LOWER(insights_ref_definition.code) AS code
  FROM insights_ref_definition AS insights_ref_definition
  WHERE
    insights_ref_definition.definition_type = 'RefSectionRole'
    AND insights_ref_definition.is_current
    AND NOT insights_ref_definition.is_deleted
), spans AS (
  SELECT
    section_session.section_id AS section_id,
    MIN(session.begin_date) AS begin_date,
    MAX(session.end_date) AS end_date
  FROM insights_section_session AS section_session
  INNER JOIN insights_session AS session
    ON section_session.session_id = session.session_id
  WHERE
    section_session.is_current
    AND NOT section_session.is_deleted
    AND session.is_current
    AND NOT session.is_deleted
  GROUP BY
    section_session.section_id
), places AS (
  SELECT
    held.section_id AS section_id,
    held.person_id AS person_id,
    COALESCE(roles.code, LOWER(held.section_role_id)) AS role,
    COALESCE(held.entry_date, spans.begin_date) AS first_day,
    COALESCE(held.exit_date, spans.end_date) AS last_day,
    held.source_key AS source_key,
    held.batch_id AS batch_id,
    held.record_no AS record_no,
    held.as_of AS as_of,
    held.change_no AS change_no,
    held.known_from AS known_from,
    held.known_basis AS known_basis,
    held.is_current AS is_current,
    held.is_deleted AS is_deleted
  FROM insights_enrollment AS held
  LEFT JOIN roles AS roles
    ON held.section_role_id = roles.definition_id
  LEFT JOIN spans AS spans
    ON held.section_id = spans.section_id
)
SELECT
  places.section_id AS source_section_id,
  CAST('insights_person' AS STRING) AS id_system,
  places.person_id AS staff_id,
  CAST(places.role AS STRING) AS staff_role,
  places.first_day AS begin_date,
  CAST(DATE_ADD(places.last_day, 1) AS DATE) AS end_date,
  CAST('insights' AS STRING) AS module,
  CAST('enrollment' AS STRING) AS source_table,
  places.source_key AS source_key,
  places.batch_id AS batch_id,
  places.record_no AS record_no,
  places.as_of AS as_of,
  places.change_no AS change_no,
  places.known_from AS known_from,
  places.known_basis AS known_basis,
  places.is_current AS is_current,
  places.is_deleted AS is_deleted
FROM places AS places
WHERE
  places.role <> 'student'
