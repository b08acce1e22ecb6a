-- oneroster_academic_sessions: every key occurs once.
-- Generated from modules/oneroster/module.yaml; edit that file.
select
  session_id,
  status,
  title,
  session_type,
  begin_date,
  end_date,
  parent_id,
  school_year,
  coalesce(session_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_oneroster_academic_sessions
where operation = 'upsert'
