-- insights_organization: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  organization_id,
  external_id,
  organization_name,
  organization_type_id,
  identifier,
  parent_id,
  coalesce(organization_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_organization
where operation = 'upsert'
