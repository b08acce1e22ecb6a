-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_ref_translation.definition_id AS definition_id,
  staged_insights_ref_translation.language AS language,
  staged_insights_ref_translation.label AS label,
  COALESCE(staged_insights_ref_translation.definition_id, '') || '|' || COALESCE(staged_insights_ref_translation.language, '') AS source_key,
  staged_insights_ref_translation.batch_id AS batch_id,
  staged_insights_ref_translation.record_no AS record_no,
  staged_insights_ref_translation.as_of AS as_of,
  staged_insights_ref_translation.change_no AS change_no,
  staged_insights_ref_translation.known_from AS known_from,
  staged_insights_ref_translation.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_ref_translation AS staged_insights_ref_translation
