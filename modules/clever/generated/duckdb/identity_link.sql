-- Generated from modules/clever/identity_link.sql; edit that file.
WITH reported AS (
  SELECT
    'daily_participation' AS source_table,
    clever_daily_participation.sis_id AS sis_id,
    clever_daily_participation.clever_user_id AS clever_user_id,
    clever_daily_participation.source_key AS source_key,
    clever_daily_participation.batch_id AS batch_id,
    clever_daily_participation.record_no AS record_no,
    clever_daily_participation.as_of AS as_of,
    clever_daily_participation.change_no AS change_no,
    clever_daily_participation.known_from AS known_from,
    clever_daily_participation.known_basis AS known_basis,
    clever_daily_participation.is_current AS is_current,
    clever_daily_participation.is_deleted AS is_deleted
  FROM clever_daily_participation AS clever_daily_participation
  WHERE
    NOT clever_daily_participation.sis_id IS NULL
  UNION ALL
  SELECT
    'resource_usage' AS source_table,
    clever_resource_usage.sis_id AS sis_id,
    clever_resource_usage.clever_user_id AS clever_user_id,
    clever_resource_usage.source_key AS source_key,
    clever_resource_usage.batch_id AS batch_id,
    clever_resource_usage.record_no AS record_no,
    clever_resource_usage.as_of AS as_of,
    clever_resource_usage.change_no AS change_no,
    clever_resource_usage.known_from AS known_from,
    clever_resource_usage.known_basis AS known_basis,
    clever_resource_usage.is_current AS is_current,
    clever_resource_usage.is_deleted AS is_deleted
  FROM clever_resource_usage AS clever_resource_usage
  WHERE
    NOT clever_resource_usage.sis_id IS NULL
), ranked AS (
  SELECT
    reported.source_table AS source_table,
    reported.sis_id AS sis_id,
    reported.clever_user_id AS clever_user_id,
    reported.source_key AS source_key,
    reported.batch_id AS batch_id,
    reported.record_no AS record_no,
    reported.as_of AS as_of,
    reported.change_no AS change_no,
    reported.known_from AS known_from,
    reported.known_basis AS known_basis,
    reported.is_current AS is_current,
    reported.is_deleted AS is_deleted,
    ROW_NUMBER() OVER (
      PARTITION BY reported.sis_id, reported.clever_user_id
      ORDER BY reported.is_current DESC, reported.as_of DESC, reported.source_table, reported.source_key, reported.batch_id, reported.record_no
    ) AS turn
  FROM reported AS reported
)
SELECT
  CAST('sis_student' AS TEXT) AS id_system_a,
  ranked.sis_id AS id_a,
  CAST('clever_user' AS TEXT) AS id_system_b,
  ranked.clever_user_id AS id_b,
  CAST('ids side by side in a Clever report' AS TEXT) AS basis,
  CAST('clever' AS TEXT) AS module,
  CAST(ranked.source_table AS TEXT) AS source_table,
  ranked.source_key AS source_key,
  ranked.batch_id AS batch_id,
  ranked.record_no AS record_no,
  ranked.as_of AS as_of,
  ranked.change_no AS change_no,
  ranked.known_from AS known_from,
  ranked.known_basis AS known_basis,
  ranked.is_current AS is_current,
  ranked.is_deleted AS is_deleted
FROM ranked AS ranked
WHERE
  ranked.turn = 1
