-- Generated from modules/graph/module.yaml; edit that file.
SELECT
  staged_graph_users.object_id AS object_id,
  staged_graph_users.upn AS upn,
  COALESCE(staged_graph_users.object_id, '') AS source_key,
  staged_graph_users.batch_id AS batch_id,
  staged_graph_users.record_no AS record_no,
  staged_graph_users.as_of AS as_of,
  staged_graph_users.change_no AS change_no,
  staged_graph_users.known_from AS known_from,
  staged_graph_users.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_graph_users AS staged_graph_users
