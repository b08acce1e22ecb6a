-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_aad_user.object_id AS object_id,
  staged_insights_aad_user.upn AS upn,
  staged_insights_aad_user.account_role AS account_role,
  staged_insights_aad_user.student_id AS student_id,
  COALESCE(staged_insights_aad_user.object_id, '') AS source_key,
  staged_insights_aad_user.batch_id AS batch_id,
  staged_insights_aad_user.record_no AS record_no,
  staged_insights_aad_user.as_of AS as_of,
  staged_insights_aad_user.change_no AS change_no,
  staged_insights_aad_user.known_from AS known_from,
  staged_insights_aad_user.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_aad_user AS staged_insights_aad_user
