-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_aad_user_person_mapping.object_id AS object_id,
  staged_insights_aad_user_person_mapping.person_id AS person_id,
  COALESCE(staged_insights_aad_user_person_mapping.object_id, '') || '|' || COALESCE(staged_insights_aad_user_person_mapping.person_id, '') AS source_key,
  staged_insights_aad_user_person_mapping.batch_id AS batch_id,
  staged_insights_aad_user_person_mapping.record_no AS record_no,
  staged_insights_aad_user_person_mapping.as_of AS as_of,
  staged_insights_aad_user_person_mapping.change_no AS change_no,
  staged_insights_aad_user_person_mapping.known_from AS known_from,
  staged_insights_aad_user_person_mapping.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_aad_user_person_mapping AS staged_insights_aad_user_person_mapping
