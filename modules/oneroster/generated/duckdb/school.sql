-- Generated from modules/oneroster/school.sql; edit that file.
SELECT
  CAST(oneroster_orgs.org_id AS TEXT) AS source_school_id,
  CAST(oneroster_orgs.org_name AS TEXT) AS school_name,
  CAST(LOWER(oneroster_orgs.org_type) AS TEXT) AS school_type,
  CAST('oneroster' AS TEXT) AS module,
  CAST('orgs' AS TEXT) AS source_table,
  CAST(oneroster_orgs.source_key AS TEXT) AS source_key,
  CAST(oneroster_orgs.batch_id AS TEXT) AS batch_id,
  CAST(oneroster_orgs.record_no AS BIGINT) AS record_no,
  CAST(oneroster_orgs.as_of AS TIMESTAMP) AS as_of,
  CAST(oneroster_orgs.change_no AS BIGINT) AS change_no,
  CAST(oneroster_orgs.known_from AS DATE) AS known_from,
  CAST(oneroster_orgs.known_basis AS TEXT) AS known_basis,
  CAST(oneroster_orgs.is_current AS BOOLEAN) AS is_current,
  CAST(oneroster_orgs.is_deleted AS BOOLEAN) AS is_deleted
FROM oneroster_orgs AS oneroster_orgs
WHERE
  LOWER(oneroster_orgs.org_type) IN ('school', 'department')
