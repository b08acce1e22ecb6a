-- School years, semesters and terms of the roster; a session's last day counts, so the end is the day after.
-- grain: one row for each version of a session

with

years as (
  select definition_id, code
  from insights_ref_definition
  where definition_type = 'RefAcademicYear' and is_current and not is_deleted
),

types as (
  select definition_id, lower(code) as code
  from insights_ref_definition
  where definition_type = 'RefSessionType' and is_current and not is_deleted
),

sessions as (
  select
    session.session_id, session.session_name, session.begin_date, session.end_date,
    types.code as session_type,
    case when regexp_like(years.code, '^[0-9]{4}$') then cast(years.code as integer) end as school_year,
    session.source_key, session.batch_id, session.record_no, session.as_of, session.change_no,
    session.known_from, session.known_basis, session.is_current, session.is_deleted
  from insights_session as session
  left join years on session.academic_year_id = years.definition_id
  left join types on session.session_type_id = types.definition_id
)

select
  session_id as source_term_id,
  cast(null as varchar) as source_school_id,
  session_name as term_name,
  cast(session_type as varchar) as term_type,
  cast(school_year as integer) as school_year,
  begin_date,
  cast(date_add('day', 1, end_date) as date) as end_date,
  cast('insights' as varchar) as module,
  cast('session' as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from sessions
