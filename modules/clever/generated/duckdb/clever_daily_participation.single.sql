-- Generated from modules/clever/module.yaml; edit that file.
SELECT
  staged_clever_daily_participation.date AS date,
  staged_clever_daily_participation.sis_id AS sis_id,
  staged_clever_daily_participation.clever_user_id AS clever_user_id,
  staged_clever_daily_participation.clever_school_id AS clever_school_id,
  staged_clever_daily_participation.school_name AS school_name,
  staged_clever_daily_participation.active AS active,
  staged_clever_daily_participation.num_logins AS num_logins,
  staged_clever_daily_participation.num_resources_accessed AS num_resources_accessed,
  COALESCE(CAST(staged_clever_daily_participation.date AS TEXT), '') || '|' || COALESCE(staged_clever_daily_participation.clever_user_id, '') || '|' || COALESCE(staged_clever_daily_participation.sis_id, '') AS source_key,
  staged_clever_daily_participation.batch_id AS batch_id,
  staged_clever_daily_participation.record_no AS record_no,
  staged_clever_daily_participation.as_of AS as_of,
  staged_clever_daily_participation.change_no AS change_no,
  staged_clever_daily_participation.known_from AS known_from,
  staged_clever_daily_participation.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_clever_daily_participation AS staged_clever_daily_participation
