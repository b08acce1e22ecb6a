-- insights_section_session: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  is_active,
  section_id,
  session_id,
  coalesce(section_id, '') || '|' || coalesce(session_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_section_session
where operation = 'upsert'
