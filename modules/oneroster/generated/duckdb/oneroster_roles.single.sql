-- oneroster_roles: every key occurs once.
-- Generated from modules/oneroster/module.yaml; edit that file.
select
  role_id,
  status,
  user_id,
  role_type,
  role,
  begin_date,
  end_date,
  org_id,
  coalesce(role_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_oneroster_roles
where operation = 'upsert'
