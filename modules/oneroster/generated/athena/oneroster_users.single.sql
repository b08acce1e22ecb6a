-- oneroster_users: every key occurs once.
-- Generated from modules/oneroster/module.yaml; edit that file.
select
  user_id,
  status,
  org_ids,
  role,
  username,
  identifier,
  email,
  grades,
  primary_org_id,
  coalesce(user_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_oneroster_users
where operation = 'upsert'
