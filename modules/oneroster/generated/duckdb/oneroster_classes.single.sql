-- oneroster_classes: every key occurs once.
-- Generated from modules/oneroster/module.yaml; edit that file.
select
  class_id,
  status,
  title,
  course_id,
  class_code,
  class_type,
  school_id,
  term_ids,
  subjects,
  periods,
  coalesce(class_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_oneroster_classes
where operation = 'upsert'
