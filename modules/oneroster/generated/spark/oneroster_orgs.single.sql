-- oneroster_orgs: every key occurs once.
-- Generated from modules/oneroster/module.yaml; edit that file.
select
  org_id,
  status,
  org_name,
  org_type,
  identifier,
  parent_id,
  coalesce(org_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_oneroster_orgs
where operation = 'upsert'
