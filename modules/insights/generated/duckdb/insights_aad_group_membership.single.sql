-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_aad_group_membership.class_id AS class_id,
  staged_insights_aad_group_membership.member_role AS member_role,
  staged_insights_aad_group_membership.object_id AS object_id,
  COALESCE(staged_insights_aad_group_membership.class_id, '') || '|' || COALESCE(staged_insights_aad_group_membership.object_id, '') || '|' || COALESCE(staged_insights_aad_group_membership.member_role, '') AS source_key,
  staged_insights_aad_group_membership.batch_id AS batch_id,
  staged_insights_aad_group_membership.record_no AS record_no,
  staged_insights_aad_group_membership.as_of AS as_of,
  staged_insights_aad_group_membership.change_no AS change_no,
  staged_insights_aad_group_membership.known_from AS known_from,
  staged_insights_aad_group_membership.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_aad_group_membership AS staged_insights_aad_group_membership
