-- Generated from modules/insights/school.sql; edit that file.
WITH types AS (
  SELECT
    insights_ref_definition.definition_id AS definition_id,
    LOWER(insights_ref_definition.code) AS code
  FROM insights_ref_definition AS insights_ref_definition
  WHERE
    insights_ref_definition.definition_type = 'RefOrgType'
    AND insights_ref_definition.is_current
    AND NOT insights_ref_definition.is_deleted
), organizations AS (
  SELECT
    organization.organization_id AS organization_id,
    organization.organization_name AS organization_name,
    COALESCE(types.code, LOWER(organization.organization_type_id)) AS organization_type,
    organization.source_key AS source_key,
    organization.batch_id AS batch_id,
    organization.record_no AS record_no,
    organization.as_of AS as_of,
    organization.change_no AS change_no,
    organization.known_from AS known_from,
    organization.known_basis AS known_basis,
    organization.is_current AS is_current,
    organization.is_deleted AS is_deleted
  FROM insights_organization AS organization
  LEFT JOIN types AS types
    ON organization.organization_type_id = types.definition_id
)
SELECT
  organizations.organization_id AS source_school_id,
  organizations.organization_name AS school_name,
  CAST(organizations.organization_type AS TEXT) AS school_type,
  CAST('insights' AS TEXT) AS module,
  CAST('organization' AS TEXT) AS source_table,
  organizations.source_key AS source_key,
  organizations.batch_id AS batch_id,
  organizations.record_no AS record_no,
  organizations.as_of AS as_of,
  organizations.change_no AS change_no,
  organizations.known_from AS known_from,
  organizations.known_basis AS known_basis,
  organizations.is_current AS is_current,
  organizations.is_deleted AS is_deleted
FROM organizations AS organizations
WHERE
  organizations.organization_type IN ('school', 'college', 'university', 'campus', 'adulteducation', 'program')
