-- A student's id in the student information system beside the id that Clever gave.
-- grain: one row for each pair of ids, with the lineage of the latest report that shows it

with

reported as (
  select
    'daily_participation' as source_table, sis_id, clever_user_id,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from clever_daily_participation
  where sis_id is not null
  union all
  select
    'resource_usage' as source_table, sis_id, clever_user_id,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from clever_resource_usage
  where sis_id is not null
),

ranked as (
  select
    source_table, sis_id, clever_user_id,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted,
    row_number() over (
      partition by sis_id, clever_user_id
      order by is_current desc, as_of desc, source_table, source_key, batch_id, record_no
    ) as turn
  from reported
)

select
  cast('sis_student' as varchar) as id_system_a,
  sis_id as id_a,
  cast('clever_user' as varchar) as id_system_b,
  clever_user_id as id_b,
  cast('ids side by side in a Clever report' as varchar) as basis,
  cast('clever' as varchar) as module,
  cast(source_table as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from ranked
where turn = 1
