-- A student's id in the student information system beside the id that Clever gave; many report rows show the same pair.
-- grain: one row for each pair of ids, known from the first row that showed it

with

reported as (
  select sis_id, clever_user_id, as_of, known_from, known_basis
  from clever_daily_participation
  where sis_id is not null
  union all
  select sis_id, clever_user_id, as_of, known_from, known_basis
  from clever_resource_usage
  where sis_id is not null
),

pairs as (
  select
    sis_id,
    clever_user_id,
    min(as_of) as as_of,
    min(known_from) as known_from,
    min(known_basis) as known_basis
  from reported
  group by sis_id, clever_user_id
)

select
  cast('sis_student' as varchar) as id_system_a,
  sis_id as id_a,
  cast('clever_user' as varchar) as id_system_b,
  clever_user_id as id_b,
  cast('ids side by side in a Clever report' as varchar) as basis,
  cast('clever' as varchar) as module,
  cast('daily_participation' as varchar) as source_table,
  cast(sis_id || '|' || clever_user_id as varchar) as source_key,
  cast(null as varchar) as batch_id,
  cast(null as bigint) as record_no,
  as_of,
  cast(null as bigint) as change_no,
  known_from,
  known_basis,
  true as is_current,
  false as is_deleted
from pairs
