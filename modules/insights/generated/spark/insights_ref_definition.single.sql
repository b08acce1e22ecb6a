-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_ref_definition.definition_id AS definition_id,
  staged_insights_ref_definition.code AS code,
  staged_insights_ref_definition.definition_type AS definition_type,
  COALESCE(staged_insights_ref_definition.definition_id, '') AS source_key,
  staged_insights_ref_definition.batch_id AS batch_id,
  staged_insights_ref_definition.record_no AS record_no,
  staged_insights_ref_definition.as_of AS as_of,
  staged_insights_ref_definition.change_no AS change_no,
  staged_insights_ref_definition.known_from AS known_from,
  staged_insights_ref_definition.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_ref_definition AS staged_insights_ref_definition
