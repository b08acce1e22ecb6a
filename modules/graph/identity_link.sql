-- An account's object id beside the name that its person signs in with, which the reports use.
-- grain: one row for each version of an account

select
  cast('aad_object' as varchar) as id_system_a,
  object_id as id_a,
  cast('upn' as varchar) as id_system_b,
  upn as id_b,
  cast('ids side by side in the list of accounts' as varchar) as basis,
  cast('graph' as varchar) as module,
  cast('users' as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from graph_users
where upn is not null
