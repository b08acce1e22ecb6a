-- Generated from modules/clever/module.yaml; edit that file.
SELECT
  staged_clever_resource_usage.date AS date,
  staged_clever_resource_usage.sis_id AS sis_id,
  staged_clever_resource_usage.clever_user_id AS clever_user_id,
  staged_clever_resource_usage.clever_school_id AS clever_school_id,
  staged_clever_resource_usage.school_name AS school_name,
  staged_clever_resource_usage.resource_type AS resource_type,
  staged_clever_resource_usage.resource_name AS resource_name,
  staged_clever_resource_usage.resource_id AS resource_id,
  staged_clever_resource_usage.num_access AS num_access,
  COALESCE(CAST(staged_clever_resource_usage.date AS TEXT), '') || '|' || COALESCE(staged_clever_resource_usage.clever_user_id, '') || '|' || COALESCE(staged_clever_resource_usage.sis_id, '') || '|' || COALESCE(staged_clever_resource_usage.clever_school_id, '') || '|' || COALESCE(staged_clever_resource_usage.school_name, '') || '|' || COALESCE(staged_clever_resource_usage.resource_type, '') || '|' || COALESCE(staged_clever_resource_usage.resource_name, '') || '|' || COALESCE(staged_clever_resource_usage.resource_id, '') || '|' || COALESCE(CAST(staged_clever_resource_usage.num_access AS TEXT), '') AS source_key,
  staged_clever_resource_usage.batch_id AS batch_id,
  staged_clever_resource_usage.record_no AS record_no,
  staged_clever_resource_usage.as_of AS as_of,
  staged_clever_resource_usage.change_no AS change_no,
  staged_clever_resource_usage.known_from AS known_from,
  staged_clever_resource_usage.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_clever_resource_usage AS staged_clever_resource_usage
