-- Generated from sql/views/digital_activity.sql; edit that file.
WITH homes AS (
  SELECT
    enrollment.student_key AS student_key,
    enrollment.school_key AS school_key,
    enrollment.begin_date AS begin_date,
    enrollment.end_date AS end_date
  FROM enrollment AS enrollment
  WHERE
    enrollment.is_home
)
SELECT
  CAST(COALESCE(d.event_id, d.source_key) AS STRING) AS event_id,
  CAST(d.event_type AS STRING) AS event_type,
  CAST(d.student_key AS STRING) AS student_key,
  CAST(d.id_system AS STRING) AS id_system,
  CAST(d.actor_id AS STRING) AS actor_id,
  CAST(d.event_object AS STRING) AS event_object,
  CAST(d.event_date AS DATE) AS event_date,
  CAST(d.event_time AS TIMESTAMP) AS event_time,
  CAST(d.entity_type AS STRING) AS entity_type,
  CAST(d.entity_name AS STRING) AS entity_name,
  CAST(d.software_version AS STRING) AS software_version,
  CAST(d.time_on_task_seconds AS BIGINT) AS time_on_task_seconds,
  CAST(d.access_count AS BIGINT) AS access_count,
  CAST(d.used AS BOOLEAN) AS used,
  CAST(d.window_days AS INT) AS window_days,
  CAST(d.is_activity AS BOOLEAN) AS is_activity,
  CAST(COALESCE(d.school_key, h.school_key) AS STRING) AS school_key,
  CAST(d.section_key AS STRING) AS section_key,
  CAST(NOT d.student_key IS NULL AS BOOLEAN) AS is_matched,
  CAST(d.module AS STRING) AS module,
  CAST(d.source_table AS STRING) AS source_table,
  CAST(d.source_key AS STRING) AS source_key,
  CAST(d.batch_id AS STRING) AS batch_id,
  CAST(d.known_from AS DATE) AS known_from,
  CAST(d.known_basis AS STRING) AS known_basis
FROM digital_activity_event AS d
LEFT JOIN homes AS h
  ON h.student_key = d.student_key AND d.event_date >= h.begin_date AND d.event_date < h.end_date
