-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_aad_group.class_id AS class_id,
  staged_insights_aad_group.section_id AS section_id,
  COALESCE(staged_insights_aad_group.class_id, '') AS source_key,
  staged_insights_aad_group.batch_id AS batch_id,
  staged_insights_aad_group.record_no AS record_no,
  staged_insights_aad_group.as_of AS as_of,
  staged_insights_aad_group.change_no AS change_no,
  staged_insights_aad_group.known_from AS known_from,
  staged_insights_aad_group.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_aad_group AS staged_insights_aad_group
