-- Generated from sql/core/digital_activity_event.sql; edit that file.
WITH activity AS (
  SELECT
    m.student_key AS student_key,
    COALESCE(a.school_key, LOWER(REPLACE(TRIM(d.source_school_id), '-', ''))) AS school_key,
    d.event_id AS event_id,
    d.event_type AS event_type,
    d.event_object AS event_object,
    d.event_date AS event_date,
    d.event_time AS event_time,
    d.entity_type AS entity_type,
    d.entity_name AS entity_name,
    d.time_on_task_seconds AS time_on_task_seconds,
    d.access_count AS access_count,
    d.used AS used,
    COALESCE(d.window_days, 1) AS window_days,
    d.source_section_id AS source_section_id,
    d.software_version AS software_version,
    d.id_system AS id_system,
    d.actor_id AS actor_id,
    d.module AS module,
    d.source_table AS source_table,
    d.source_key AS source_key,
    d.batch_id AS batch_id,
    d.record_no AS record_no,
    d.as_of AS as_of,
    d.known_from AS known_from,
    d.known_basis AS known_basis
  FROM mapped_digital_activity AS d
  LEFT JOIN identity_map AS m
    ON m.id_system = d.id_system AND m.id = d.actor_id
  LEFT JOIN school_alias AS a
    ON a.module = d.module AND a.source_school_id = d.source_school_id
  LEFT JOIN opted_out_id AS o
    ON o.id_system = d.id_system AND o.id = d.actor_id
  WHERE
    d.is_current AND NOT d.is_deleted AND o.id IS NULL
)
SELECT
  CAST(activity.student_key AS TEXT) AS student_key,
  CAST(activity.school_key AS TEXT) AS school_key,
  CAST(CASE WHEN activity.event_id <> activity.source_key THEN activity.event_id END AS TEXT) AS event_id,
  CAST(activity.event_type AS TEXT) AS event_type,
  CAST(activity.event_object AS TEXT) AS event_object,
  CAST(activity.event_date AS DATE) AS event_date,
  CAST(activity.event_time AS TIMESTAMP) AS event_time,
  CAST(activity.entity_type AS TEXT) AS entity_type,
  CAST(activity.entity_name AS TEXT) AS entity_name,
  CAST(activity.module || ':' || activity.source_section_id AS TEXT) AS section_key,
  CAST(activity.software_version AS TEXT) AS software_version,
  CAST(activity.time_on_task_seconds AS BIGINT) AS time_on_task_seconds,
  CAST(activity.access_count AS BIGINT) AS access_count,
  CAST(activity.used AS BOOLEAN) AS used,
  CAST(activity.window_days AS INT) AS window_days,
  CAST(CASE
    WHEN NOT activity.used IS NULL
    THEN activity.used
    WHEN activity.access_count > 0 OR activity.time_on_task_seconds > 0
    THEN TRUE
    ELSE activity.access_count IS NULL AND activity.time_on_task_seconds IS NULL
  END AS BOOLEAN) AS is_activity,
  CAST(activity.id_system AS TEXT) AS id_system,
  CAST(activity.actor_id AS TEXT) AS actor_id,
  CAST(activity.module AS TEXT) AS module,
  CAST(activity.source_table AS TEXT) AS source_table,
  CAST(activity.source_key AS TEXT) AS source_key,
  CAST(activity.batch_id AS TEXT) AS batch_id,
  CAST(activity.record_no AS BIGINT) AS record_no,
  CAST(activity.as_of AS TIMESTAMP) AS as_of,
  CAST(activity.known_from AS DATE) AS known_from,
  CAST(activity.known_basis AS TEXT) AS known_basis,
  CAST(COALESCE(STRFTIME(activity.event_date, '%Y-%m'), 'undated') AS TEXT) AS month
FROM activity AS activity
