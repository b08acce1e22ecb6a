-- Students in classes; dates that the row leaves blank are those of the sessions in which the class meets.
-- grain: one row for each version of a student's place in a section

with

roles as (
  select definition_id, lower(code) as code
  from insights_ref_definition
  where definition_type = 'RefSectionRole' and is_current and not is_deleted
),

spans as (
  select
    section_session.section_id,
    min(session.begin_date) as begin_date,
    max(session.end_date) as end_date
  from insights_section_session as section_session
  inner join insights_session as session on section_session.session_id = session.session_id
  where section_session.is_current and not section_session.is_deleted
    and session.is_current and not session.is_deleted
  group by section_session.section_id
),

places as (
  select
    held.section_id, held.person_id,
    coalesce(roles.code, lower(held.section_role_id)) as role,
    coalesce(held.entry_date, spans.begin_date) as first_day,
    coalesce(held.exit_date, spans.end_date) as last_day,
    held.source_key, held.batch_id, held.record_no, held.as_of, held.change_no,
    held.known_from, held.known_basis, held.is_current, held.is_deleted
  from insights_enrollment as held
  left join roles on held.section_role_id = roles.definition_id
  left join spans on held.section_id = spans.section_id
)

select
  section_id as source_section_id,
  cast('insights_person' as varchar) as id_system,
  person_id as student_id,
  first_day as begin_date,
  cast(date_add('day', 1, last_day) as date) as end_date,
  cast('insights' as varchar) as module,
  cast('enrollment' as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from places
where role = 'student'
