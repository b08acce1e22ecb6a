-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_source_system.source_system_id AS source_system_id,
  staged_insights_source_system.source_system_name AS source_system_name,
  COALESCE(staged_insights_source_system.source_system_id, '') AS source_key,
  staged_insights_source_system.batch_id AS batch_id,
  staged_insights_source_system.record_no AS record_no,
  staged_insights_source_system.as_of AS as_of,
  staged_insights_source_system.change_no AS change_no,
  staged_insights_source_system.known_from AS known_from,
  staged_insights_source_system.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_source_system AS staged_insights_source_system
