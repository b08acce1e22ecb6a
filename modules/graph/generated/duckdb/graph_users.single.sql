-- graph_users: every key occurs once.
-- Generated from modules/graph/module.yaml; edit that file.
select
  object_id,
  upn,
  coalesce(object_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_graph_users
