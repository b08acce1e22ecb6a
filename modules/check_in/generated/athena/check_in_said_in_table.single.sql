-- check_in_said_in_table: every key occurs once.
-- Generated from modules/check_in/module.yaml; edit that file.
select
  disposition_id,
  item_id,
  district,
  school_key,
  student_key,
  acted_at,
  acted_on,
  by_key,
  kind,
  next_step,
  owner,
  due_on,
  note_code,
  coalesce(disposition_id, '') as source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from staged_check_in_said_in_table
