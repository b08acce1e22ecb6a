-- Generated from modules/insights/section.sql; edit that file.
WITH meetings AS (
  SELECT
    section_session.section_id AS section_id,
    section_session.session_id AS session_id,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY section_session.section_id
      ORDER BY session.begin_date DESC, section_session.session_id NULLS LAST
    ) AS BIGINT) AS turn
  FROM insights_section_session AS section_session
  LEFT JOIN insights_session AS session
    ON section_session.session_id = session.session_id AND session.is_current AND NOT session.is_deleted
  WHERE
    section_session.is_current AND NOT section_session.is_deleted
), latest AS (
  SELECT
    meetings.section_id AS section_id,
    meetings.session_id AS session_id
  FROM meetings AS meetings
  WHERE
    meetings.turn = 1
)
SELECT
  section.section_id AS source_section_id,
  section.course_id AS source_course_id,
  section.organization_id AS source_school_id,
  latest.session_id AS source_term_id,
  section.section_name AS section_name,
  CAST('insights' AS STRING) AS module,
  CAST('section' AS STRING) AS source_table,
  section.source_key AS source_key,
  section.batch_id AS batch_id,
  section.record_no AS record_no,
  section.as_of AS as_of,
  section.change_no AS change_no,
  section.known_from AS known_from,
  section.known_basis AS known_basis,
  section.is_current AS is_current,
  section.is_deleted AS is_deleted
FROM insights_section AS section
LEFT JOIN latest AS latest
  ON section.section_id = latest.section_id
