-- insights_section_subject: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  section_id,
  subject_id,
  coalesce(section_id, '') || '|' || coalesce(subject_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_section_subject
where operation = 'upsert'
