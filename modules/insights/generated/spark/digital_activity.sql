-- Generated from modules/insights/digital_activity.sql; edit that file.
WITH groups AS (
  SELECT
    insights_aad_group.class_id AS class_id,
    insights_aad_group.section_id AS section_id
  FROM insights_aad_group AS insights_aad_group
  WHERE
    insights_aad_group.is_current AND NOT insights_aad_group.is_deleted
), by_code AS (
  SELECT
    insights_section.section_code AS section_code,
    MIN(insights_section.section_id) AS section_id
  FROM insights_section AS insights_section
  WHERE
    insights_section.is_current
    AND NOT insights_section.is_deleted
    AND NOT insights_section.section_code IS NULL
  GROUP BY
    insights_section.section_code
  HAVING
    COUNT(*) = 1
), by_id AS (
  SELECT
    insights_section.section_id AS section_id
  FROM insights_section AS insights_section
  WHERE
    insights_section.is_current AND NOT insights_section.is_deleted
), classes AS (
  SELECT
    groups.class_id AS class_id,
    COALESCE(by_id.section_id, by_code.section_id) AS section_id
  FROM groups AS groups
  LEFT JOIN by_id AS by_id
    ON groups.section_id = by_id.section_id
  LEFT JOIN by_code AS by_code
    ON groups.section_id = by_code.section_code
), signals AS (
  SELECT
    activity.signal_id AS signal_id,
    activity.signal_type AS signal_type,
    activity.actor_id AS actor_id,
    activity.start_date AS start_date,
    activity.start_time AS start_time,
    activity.app_name AS app_name,
    activity.meeting_duration AS meeting_duration,
    activity.schema_version AS schema_version,
    classes.section_id AS section_id,
    activity.source_key AS source_key,
    activity.batch_id AS batch_id,
    activity.record_no AS record_no,
    activity.as_of AS as_of,
    activity.change_no AS change_no,
    activity.known_from AS known_from,
    activity.known_basis AS known_basis,
    activity.is_current AS is_current,
    activity.is_deleted AS is_deleted
  FROM insights_activity AS activity
  LEFT JOIN classes AS classes
    ON activity.class_id = classes.class_id
  WHERE
    activity.actor_role IS NULL OR LOWER(activity.actor_role) = 'student'
)
SELECT
  signals.signal_id AS event_id,
  signals.signal_type AS event_type,
  CAST('aad_object' AS STRING) AS id_system,
  signals.actor_id AS actor_id,
  CAST('insights_activity' AS STRING) AS event_object,
  signals.start_date AS event_date,
  signals.start_time AS event_time,
  CAST('app' AS STRING) AS entity_type,
  signals.app_name AS entity_name,
  CASE WHEN signals.signal_type = 'CallRecordSummarized' THEN NULLIF(signals.meeting_duration, 0) END AS time_on_task_seconds,
  CAST(1 AS BIGINT) AS access_count,
  TRUE AS used,
  CAST(1 AS INT) AS window_days,
  CAST(NULL AS STRING) AS source_school_id,
  signals.section_id AS source_section_id,
  signals.schema_version AS software_version,
  CAST('insights' AS STRING) AS module,
  CAST('activity' AS STRING) AS source_table,
  signals.source_key AS source_key,
  signals.batch_id AS batch_id,
  signals.record_no AS record_no,
  signals.as_of AS as_of,
  signals.change_no AS change_no,
  signals.known_from AS known_from,
  signals.known_basis AS known_basis,
  signals.is_current AS is_current,
  signals.is_deleted AS is_deleted
FROM signals AS signals
