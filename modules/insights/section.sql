-- Classes of the roster, each with the session in which it meets: where it meets in several, the one that begins last.
-- grain: one row for each version of a section

with

meetings as (
  select
    section_session.section_id,
    section_session.session_id,
    row_number() over (
      partition by section_session.section_id
      order by session.begin_date desc, section_session.session_id
    ) as turn
  from insights_section_session as section_session
  left join insights_session as session
    on section_session.session_id = session.session_id and session.is_current and not session.is_deleted
  where section_session.is_current and not section_session.is_deleted
),

latest as (
  select section_id, session_id
  from meetings
  where turn = 1
)

select
  section.section_id as source_section_id,
  section.course_id as source_course_id,
  section.organization_id as source_school_id,
  latest.session_id as source_term_id,
  section.section_name,
  cast('insights' as varchar) as module,
  cast('section' as varchar) as source_table,
  section.source_key, section.batch_id, section.record_no, section.as_of, section.change_no,
  section.known_from, section.known_basis, section.is_current, section.is_deleted
from insights_section as section
left join latest on section.section_id = latest.section_id
