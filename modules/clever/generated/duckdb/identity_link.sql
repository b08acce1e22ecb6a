-- Generated from modules/clever/identity_link.sql; edit that file.
WITH reported AS (
  SELECT
    clever_daily_participation.sis_id AS sis_id,
    clever_daily_participation.clever_user_id AS clever_user_id,
    clever_daily_participation.as_of AS as_of,
    clever_daily_participation.known_from AS known_from,
    clever_daily_participation.known_basis AS known_basis
  FROM clever_daily_participation AS clever_daily_participation
  WHERE
    NOT clever_daily_participation.sis_id IS NULL
  UNION ALL
  SELECT
    clever_resource_usage.sis_id AS sis_id,
    clever_resource_usage.clever_user_id AS clever_user_id,
    clever_resource_usage.as_of AS as_of,
    clever_resource_usage.known_from AS known_from,
    clever_resource_usage.known_basis AS known_basis
  FROM clever_resource_usage AS clever_resource_usage
  WHERE
    NOT clever_resource_usage.sis_id IS NULL
), pairs AS (
  SELECT
    reported.sis_id AS sis_id,
    reported.clever_user_id AS clever_user_id,
    MIN(reported.as_of) AS as_of,
    MIN(reported.known_from) AS known_from,
    MIN(reported.known_basis) AS known_basis
  FROM reported AS reported
  GROUP BY
    reported.sis_id,
    reported.clever_user_id
)
SELECT
  CAST('sis_student' AS TEXT) AS id_system_a,
  pairs.sis_id AS id_a,
  CAST('clever_user' AS TEXT) AS id_system_b,
  pairs.clever_user_id AS id_b,
  CAST('ids side by side in a Clever report' AS TEXT) AS basis,
  CAST('clever' AS TEXT) AS module,
  CAST('daily_participation' AS TEXT) AS source_table,
  CAST(pairs.sis_id || '|' || pairs.clever_user_id AS TEXT) AS source_key,
  CAST(NULL AS TEXT) AS batch_id,
  CAST(NULL AS BIGINT) AS record_no,
  pairs.as_of AS as_of,
  CAST(NULL AS BIGINT) AS change_no,
  pairs.known_from AS known_from,
  pairs.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM pairs AS pairs
