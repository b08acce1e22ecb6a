-- Generated from modules/oneroster/module.yaml; edit that file.
SELECT
  staged_oneroster_academic_sessions.session_id AS session_id,
  staged_oneroster_academic_sessions.status AS status,
  staged_oneroster_academic_sessions.title AS title,
  staged_oneroster_academic_sessions.session_type AS session_type,
  staged_oneroster_academic_sessions.begin_date AS begin_date,
  staged_oneroster_academic_sessions.end_date AS end_date,
  staged_oneroster_academic_sessions.parent_id AS parent_id,
  staged_oneroster_academic_sessions.school_year AS school_year,
  COALESCE(staged_oneroster_academic_sessions.session_id, '') AS source_key,
  staged_oneroster_academic_sessions.batch_id AS batch_id,
  staged_oneroster_academic_sessions.record_no AS record_no,
  staged_oneroster_academic_sessions.as_of AS as_of,
  staged_oneroster_academic_sessions.change_no AS change_no,
  staged_oneroster_academic_sessions.known_from AS known_from,
  staged_oneroster_academic_sessions.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_oneroster_academic_sessions AS staged_oneroster_academic_sessions
