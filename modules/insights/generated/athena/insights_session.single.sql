-- insights_session: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  session_id,
  begin_date,
  end_date,
  session_name,
  academic_year_id,
  session_type_id,
  parent_id,
  coalesce(session_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_session
where operation = 'upsert'
