-- oneroster_enrollments: every key occurs once.
-- Generated from modules/oneroster/module.yaml; edit that file.
select
  enrollment_id,
  status,
  class_id,
  school_id,
  user_id,
  role,
  is_primary,
  begin_date,
  end_date,
  coalesce(enrollment_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_oneroster_enrollments
where operation = 'upsert'
