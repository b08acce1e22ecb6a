-- Generated from modules/oneroster/module.yaml; edit that file.
SELECT
  staged_oneroster_roles.role_id AS role_id,
  staged_oneroster_roles.status AS status,
  staged_oneroster_roles.user_id AS user_id,
  staged_oneroster_roles.role_type AS role_type,
  staged_oneroster_roles.role AS role,
  staged_oneroster_roles.begin_date AS begin_date,
  staged_oneroster_roles.end_date AS end_date,
  staged_oneroster_roles.org_id AS org_id,
  COALESCE(staged_oneroster_roles.role_id, '') AS source_key,
  staged_oneroster_roles.batch_id AS batch_id,
  staged_oneroster_roles.record_no AS record_no,
  staged_oneroster_roles.as_of AS as_of,
  staged_oneroster_roles.change_no AS change_no,
  staged_oneroster_roles.known_from AS known_from,
  staged_oneroster_roles.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_oneroster_roles AS staged_oneroster_roles
