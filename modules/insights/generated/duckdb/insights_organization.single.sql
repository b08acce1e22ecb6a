-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_organization.organization_id AS organization_id,
  staged_insights_organization.external_id AS external_id,
  staged_insights_organization.organization_name AS organization_name,
  staged_insights_organization.organization_type_id AS organization_type_id,
  staged_insights_organization.identifier AS identifier,
  staged_insights_organization.parent_id AS parent_id,
  COALESCE(staged_insights_organization.organization_id, '') AS source_key,
  staged_insights_organization.batch_id AS batch_id,
  staged_insights_organization.record_no AS record_no,
  staged_insights_organization.as_of AS as_of,
  staged_insights_organization.change_no AS change_no,
  staged_insights_organization.known_from AS known_from,
  staged_insights_organization.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_organization AS staged_insights_organization
