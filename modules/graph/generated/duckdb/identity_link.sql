-- Generated from modules/graph/identity_link.sql; edit that file.
SELECT
  CAST('aad_object' AS TEXT) AS id_system_a,
  graph_users.object_id AS id_a,
  CAST('upn' AS TEXT) AS id_system_b,
  graph_users.upn AS id_b,
  CAST('ids side by side in the list of accounts' AS TEXT) AS basis,
  CAST('graph' AS TEXT) AS module,
  CAST('users' AS TEXT) AS source_table,
  graph_users.source_key AS source_key,
  graph_users.batch_id AS batch_id,
  graph_users.record_no AS record_no,
  graph_users.as_of AS as_of,
  graph_users.change_no AS change_no,
  graph_users.known_from AS known_from,
  graph_users.known_basis AS known_basis,
  graph_users.is_current AS is_current,
  graph_users.is_deleted AS is_deleted
FROM graph_users AS graph_users
WHERE
  NOT graph_users.upn IS NULL
