-- Generated from modules/graph/module.yaml; edit that file.
SELECT
  staged_graph_m365_app_user_detail.report_date AS report_date,
  staged_graph_m365_app_user_detail.upn AS upn,
  staged_graph_m365_app_user_detail.last_activity_date AS last_activity_date,
  staged_graph_m365_app_user_detail.report_period AS report_period,
  staged_graph_m365_app_user_detail.excel AS excel,
  staged_graph_m365_app_user_detail.one_note AS one_note,
  staged_graph_m365_app_user_detail.outlook AS outlook,
  staged_graph_m365_app_user_detail.power_point AS power_point,
  staged_graph_m365_app_user_detail.teams AS teams,
  staged_graph_m365_app_user_detail.word AS word,
  COALESCE(CAST(staged_graph_m365_app_user_detail.report_date AS STRING), '') || '|' || COALESCE(staged_graph_m365_app_user_detail.upn, '') AS source_key,
  staged_graph_m365_app_user_detail.batch_id AS batch_id,
  staged_graph_m365_app_user_detail.record_no AS record_no,
  staged_graph_m365_app_user_detail.as_of AS as_of,
  staged_graph_m365_app_user_detail.change_no AS change_no,
  staged_graph_m365_app_user_detail.known_from AS known_from,
  staged_graph_m365_app_user_detail.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_graph_m365_app_user_detail AS staged_graph_m365_app_user_detail
