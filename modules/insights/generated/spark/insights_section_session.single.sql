-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_section_session.is_active AS is_active,
  staged_insights_section_session.section_id AS section_id,
  staged_insights_section_session.session_id AS session_id,
  COALESCE(staged_insights_section_session.section_id, '') || '|' || COALESCE(staged_insights_section_session.session_id, '') AS source_key,
  staged_insights_section_session.batch_id AS batch_id,
  staged_insights_section_session.record_no AS record_no,
  staged_insights_section_session.as_of AS as_of,
  staged_insights_section_session.change_no AS change_no,
  staged_insights_section_session.known_from AS known_from,
  staged_insights_section_session.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_section_session AS staged_insights_section_session
