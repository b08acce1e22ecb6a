-- Generated from modules/clever/digital_activity.sql; edit that file.
WITH activity AS (
  SELECT
    'daily_participation' AS source_table,
    'daily_participation' AS event_type,
    'portal' AS entity_type,
    'Clever' AS entity_name,
    clever_daily_participation.num_logins AS access_count,
    clever_daily_participation.active AS used,
    clever_daily_participation.date AS date,
    clever_daily_participation.sis_id AS sis_id,
    clever_daily_participation.clever_user_id AS clever_user_id,
    clever_daily_participation.clever_school_id AS clever_school_id,
    clever_daily_participation.school_name AS school_name,
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
  UNION ALL
  SELECT
    'resource_usage' AS source_table,
    COALESCE(clever_resource_usage.resource_type, 'resource') AS event_type,
    'resource' AS entity_type,
    clever_resource_usage.resource_name AS entity_name,
    clever_resource_usage.num_access AS access_count,
    clever_resource_usage.num_access > 0 AS used,
    clever_resource_usage.date AS date,
    clever_resource_usage.sis_id AS sis_id,
    clever_resource_usage.clever_user_id AS clever_user_id,
    clever_resource_usage.clever_school_id AS clever_school_id,
    clever_resource_usage.school_name AS school_name,
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
), school_names AS (
  SELECT
    clever_daily_participation.school_name AS school_name,
    clever_daily_participation.clever_school_id AS clever_school_id
  FROM clever_daily_participation AS clever_daily_participation
  WHERE
    NOT clever_daily_participation.school_name IS NULL
    AND NOT clever_daily_participation.clever_school_id IS NULL
  UNION ALL
  SELECT
    clever_resource_usage.school_name AS school_name,
    clever_resource_usage.clever_school_id AS clever_school_id
  FROM clever_resource_usage AS clever_resource_usage
  WHERE
    NOT clever_resource_usage.school_name IS NULL AND NOT clever_resource_usage.clever_school_id IS NULL
), single_names AS (
  SELECT
    school_names.school_name AS school_name
  FROM school_names AS school_names
  GROUP BY
    school_names.school_name
  HAVING
    COUNT(DISTINCT school_names.clever_school_id) = 1
), placed AS (
  SELECT
    activity.source_table AS source_table,
    activity.event_type AS event_type,
    activity.entity_type AS entity_type,
    activity.entity_name AS entity_name,
    activity.access_count AS access_count,
    activity.used AS used,
    activity.date AS date,
    activity.sis_id AS sis_id,
    activity.clever_user_id AS clever_user_id,
    CASE WHEN NOT single_names.school_name IS NULL THEN activity.clever_school_id END AS school_id,
    activity.source_key AS source_key,
    activity.batch_id AS batch_id,
    activity.record_no AS record_no,
    activity.as_of AS as_of,
    activity.change_no AS change_no,
    activity.known_from AS known_from,
    activity.known_basis AS known_basis,
    activity.is_current AS is_current,
    activity.is_deleted AS is_deleted
  FROM activity AS activity
  LEFT JOIN single_names AS single_names
    ON activity.school_name = single_names.school_name
)
SELECT
  placed.source_key AS event_id,
  CAST(placed.event_type AS TEXT) AS event_type,
  CAST(CASE WHEN placed.sis_id IS NULL THEN 'clever_user' ELSE 'sis_student' END AS TEXT) AS id_system,
  COALESCE(placed.sis_id, placed.clever_user_id) AS actor_id,
  CAST('clever_' || placed.source_table AS TEXT) AS event_object,
  placed.date AS event_date,
  CAST(NULL AS TIMESTAMP) AS event_time,
  CAST(placed.entity_type AS TEXT) AS entity_type,
  CAST(placed.entity_name AS TEXT) AS entity_name,
  CAST(NULL AS BIGINT) AS time_on_task_seconds,
  placed.access_count AS access_count,
  placed.used AS used,
  CAST(1 AS INT) AS window_days,
  placed.school_id AS source_school_id,
  CAST(NULL AS TEXT) AS source_section_id,
  CAST(NULL AS TEXT) AS software_version,
  CAST('clever' AS TEXT) AS module,
  CAST(placed.source_table AS TEXT) AS source_table,
  placed.source_key AS source_key,
  placed.batch_id AS batch_id,
  placed.record_no AS record_no,
  placed.as_of AS as_of,
  placed.change_no AS change_no,
  placed.known_from AS known_from,
  placed.known_basis AS known_basis,
  placed.is_current AS is_current,
  placed.is_deleted AS is_deleted
FROM placed AS placed
