-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_session.session_id AS session_id,
  staged_insights_session.begin_date AS begin_date,
  staged_insights_session.end_date AS end_date,
  staged_insights_session.session_name AS session_name,
  staged_insights_session.academic_year_id AS academic_year_id,
  staged_insights_session.session_type_id AS session_type_id,
  staged_insights_session.parent_id AS parent_id,
  COALESCE(staged_insights_session.session_id, '') AS source_key,
  staged_insights_session.batch_id AS batch_id,
  staged_insights_session.record_no AS record_no,
  staged_insights_session.as_of AS as_of,
  staged_insights_session.change_no AS change_no,
  staged_insights_session.known_from AS known_from,
  staged_insights_session.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_session AS staged_insights_session
