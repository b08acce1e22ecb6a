-- Generated from modules/oneroster/module.yaml; edit that file.
SELECT
  staged_oneroster_users.user_id AS user_id,
  staged_oneroster_users.status AS status,
  staged_oneroster_users.org_ids AS org_ids,
  staged_oneroster_users.role AS role,
  staged_oneroster_users.username AS username,
  staged_oneroster_users.identifier AS identifier,
  staged_oneroster_users.email AS email,
  staged_oneroster_users.grades AS grades,
  staged_oneroster_users.primary_org_id AS primary_org_id,
  COALESCE(staged_oneroster_users.user_id, '') AS source_key,
  staged_oneroster_users.batch_id AS batch_id,
  staged_oneroster_users.record_no AS record_no,
  staged_oneroster_users.as_of AS as_of,
  staged_oneroster_users.change_no AS change_no,
  staged_oneroster_users.known_from AS known_from,
  staged_oneroster_users.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_oneroster_users AS staged_oneroster_users
