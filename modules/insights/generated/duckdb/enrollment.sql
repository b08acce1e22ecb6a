-- Generated from modules/insights/enrollment.sql; edit that file.
WITH roles AS (
  SELECT
    insights_ref_definition.definition_id AS definition_id,
    LOWER(insights_ref_definition.code) AS code
  FROM insights_ref_definition AS insights_ref_definition
  WHERE
    insights_ref_definition.definition_type = 'RefRole'
    AND insights_ref_definition.is_current
    AND NOT insights_ref_definition.is_deleted
), grades AS (
  SELECT
    insights_ref_definition.definition_id AS definition_id,
    insights_ref_definition.code AS code
  FROM insights_ref_definition AS insights_ref_definition
  WHERE
    insights_ref_definition.definition_type = 'RefGradeLevel'
    AND insights_ref_definition.is_current
    AND NOT insights_ref_definition.is_deleted
), years AS (
  SELECT
    insights_ref_definition.definition_id AS definition_id,
    insights_ref_definition.code AS code
  FROM insights_ref_definition AS insights_ref_definition
  WHERE
    insights_ref_definition.definition_type = 'RefAcademicYear'
    AND insights_ref_definition.is_current
    AND NOT insights_ref_definition.is_deleted
), schools AS (
  SELECT
    organization.organization_id AS organization_id
  FROM insights_organization AS organization
  INNER JOIN insights_ref_definition AS definition
    ON organization.organization_type_id = definition.definition_id
  WHERE
    organization.is_current
    AND definition.definition_type = 'RefOrgType'
    AND definition.is_current
    AND NOT definition.is_deleted
    AND LOWER(definition.code) IN ('school', 'college', 'university', 'campus', 'adulteducation', 'program')
), sessions AS (
  SELECT
    session.session_id AS session_id,
    session.begin_date AS begin_date,
    CASE WHEN REGEXP_MATCHES(years.code, '^[0-9]{4}$') THEN CAST(years.code AS INT) END AS school_year
  FROM insights_session AS session
  LEFT JOIN years AS years
    ON session.academic_year_id = years.definition_id
  WHERE
    session.is_current AND NOT session.is_deleted
), stints AS (
  SELECT
    held.person_id AS person_id,
    held.organization_id AS organization_id,
    held.is_primary AS is_primary,
    COALESCE(roles.code, LOWER(held.role_id)) AS role,
    grades.code AS grade_level,
    sessions.school_year AS school_year,
    COALESCE(held.role_start, sessions.begin_date) AS first_day,
    held.role_end AS last_day,
    held.source_key AS source_key,
    held.batch_id AS batch_id,
    held.record_no AS record_no,
    held.as_of AS as_of,
    held.change_no AS change_no,
    held.known_from AS known_from,
    held.known_basis AS known_basis,
    held.is_current AS is_current,
    held.is_deleted AS is_deleted
  FROM insights_person_organization_role AS held
  INNER JOIN schools AS schools
    ON held.organization_id = schools.organization_id
  LEFT JOIN roles AS roles
    ON held.role_id = roles.definition_id
  LEFT JOIN grades AS grades
    ON held.grade_level_id = grades.definition_id
  LEFT JOIN sessions AS sessions
    ON held.session_id = sessions.session_id
)
SELECT
  CAST('insights_person' AS TEXT) AS id_system,
  stints.person_id AS student_id,
  stints.organization_id AS source_school_id,
  stints.grade_level AS grade_level,
  CAST(stints.school_year AS INT) AS school_year,
  stints.first_day AS begin_date,
  CAST(stints.last_day + INTERVAL 1 DAY AS DATE) AS end_date,
  stints.is_primary AS is_primary,
  CAST(NULL AS TEXT) AS entry_reason,
  CAST(NULL AS TEXT) AS exit_reason,
  CAST('roster' AS TEXT) AS enrollment_basis,
  CAST('insights' AS TEXT) AS module,
  CAST('person_organization_role' AS TEXT) AS source_table,
  stints.source_key AS source_key,
  stints.batch_id AS batch_id,
  stints.record_no AS record_no,
  stints.as_of AS as_of,
  stints.change_no AS change_no,
  stints.known_from AS known_from,
  stints.known_basis AS known_basis,
  stints.is_current AS is_current,
  stints.is_deleted AS is_deleted
FROM stints AS stints
WHERE
  stints.role = 'student'
