-- Generated from modules/oneroster/module.yaml; edit that file.
SELECT
  staged_oneroster_orgs.org_id AS org_id,
  staged_oneroster_orgs.status AS status,
  staged_oneroster_orgs.org_name AS org_name,
  staged_oneroster_orgs.org_type AS org_type,
  staged_oneroster_orgs.identifier AS identifier,
  staged_oneroster_orgs.parent_id AS parent_id,
  COALESCE(staged_oneroster_orgs.org_id, '') AS source_key,
  staged_oneroster_orgs.batch_id AS batch_id,
  staged_oneroster_orgs.record_no AS record_no,
  staged_oneroster_orgs.as_of AS as_of,
  staged_oneroster_orgs.change_no AS change_no,
  staged_oneroster_orgs.known_from AS known_from,
  staged_oneroster_orgs.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_oneroster_orgs AS staged_oneroster_orgs
