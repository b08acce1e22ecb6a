-- insights_ref_translation: every key occurs once.
-- Generated from modules/insights/module.yaml; edit that file.
select
  definition_id,
  language,
  label,
  coalesce(definition_id, '') || '|' || coalesce(language, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_insights_ref_translation
where operation = 'upsert'
