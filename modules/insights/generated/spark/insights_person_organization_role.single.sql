-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_person_organization_role.role_row_id AS role_row_id,
  staged_insights_person_organization_role.is_active AS is_active,
  staged_insights_person_organization_role.organization_id AS organization_id,
  staged_insights_person_organization_role.person_id AS person_id,
  staged_insights_person_organization_role.role_id AS role_id,
  staged_insights_person_organization_role.session_id AS session_id,
  staged_insights_person_organization_role.is_primary AS is_primary,
  staged_insights_person_organization_role.grade_level_id AS grade_level_id,
  staged_insights_person_organization_role.role_start AS role_start,
  staged_insights_person_organization_role.role_end AS role_end,
  COALESCE(staged_insights_person_organization_role.role_row_id, '') || '|' || COALESCE(staged_insights_person_organization_role.person_id, '') AS source_key,
  staged_insights_person_organization_role.batch_id AS batch_id,
  staged_insights_person_organization_role.record_no AS record_no,
  staged_insights_person_organization_role.as_of AS as_of,
  staged_insights_person_organization_role.change_no AS change_no,
  staged_insights_person_organization_role.known_from AS known_from,
  staged_insights_person_organization_role.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_person_organization_role AS staged_insights_person_organization_role
