-- Generated from modules/insights/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_insights_activity.signal_type AS signal_type,
    staged_insights_activity.start_time AS start_time,
    staged_insights_activity.start_date AS start_date,
    staged_insights_activity.signal_id AS signal_id,
    staged_insights_activity.sis_class_id AS sis_class_id,
    staged_insights_activity.class_id AS class_id,
    staged_insights_activity.app_name AS app_name,
    staged_insights_activity.actor_id AS actor_id,
    staged_insights_activity.actor_role AS actor_role,
    staged_insights_activity.schema_version AS schema_version,
    staged_insights_activity.action AS action,
    staged_insights_activity.meeting_duration AS meeting_duration,
    staged_insights_activity.meeting_type AS meeting_type,
    staged_insights_activity.batch_id AS batch_id,
    staged_insights_activity.record_no AS record_no,
    staged_insights_activity.as_of AS as_of,
    staged_insights_activity.change_no AS change_no,
    staged_insights_activity.known_from AS known_from,
    staged_insights_activity.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_insights_activity AS staged_insights_activity
), compared AS (
  SELECT
    delivered.signal_type AS signal_type,
    delivered.start_time AS start_time,
    delivered.start_date AS start_date,
    delivered.signal_id AS signal_id,
    delivered.sis_class_id AS sis_class_id,
    delivered.class_id AS class_id,
    delivered.app_name AS app_name,
    delivered.actor_id AS actor_id,
    delivered.actor_role AS actor_role,
    delivered.schema_version AS schema_version,
    delivered.action AS action,
    delivered.meeting_duration AS meeting_duration,
    delivered.meeting_type AS meeting_type,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    CASE
      WHEN delivered.is_deleted IS NOT DISTINCT FROM LAG(delivered.is_deleted) OVER versions
      AND delivered.signal_type IS NOT DISTINCT FROM LAG(delivered.signal_type) OVER versions
      AND delivered.start_time IS NOT DISTINCT FROM LAG(delivered.start_time) OVER versions
      AND delivered.sis_class_id IS NOT DISTINCT FROM LAG(delivered.sis_class_id) OVER versions
      AND delivered.class_id IS NOT DISTINCT FROM LAG(delivered.class_id) OVER versions
      AND delivered.app_name IS NOT DISTINCT FROM LAG(delivered.app_name) OVER versions
      AND delivered.actor_id IS NOT DISTINCT FROM LAG(delivered.actor_id) OVER versions
      AND delivered.actor_role IS NOT DISTINCT FROM LAG(delivered.actor_role) OVER versions
      AND delivered.schema_version IS NOT DISTINCT FROM LAG(delivered.schema_version) OVER versions
      AND delivered.action IS NOT DISTINCT FROM LAG(delivered.action) OVER versions
      AND delivered.meeting_duration IS NOT DISTINCT FROM LAG(delivered.meeting_duration) OVER versions
      AND delivered.meeting_type IS NOT DISTINCT FROM LAG(delivered.meeting_type) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.start_date, delivered.signal_id
    ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
  )
), runs AS (
  SELECT
    compared.signal_type AS signal_type,
    compared.start_time AS start_time,
    compared.start_date AS start_date,
    compared.signal_id AS signal_id,
    compared.sis_class_id AS sis_class_id,
    compared.class_id AS class_id,
    compared.app_name AS app_name,
    compared.actor_id AS actor_id,
    compared.actor_role AS actor_role,
    compared.schema_version AS schema_version,
    compared.action AS action,
    compared.meeting_duration AS meeting_duration,
    compared.meeting_type AS meeting_type,
    compared.batch_id AS batch_id,
    compared.record_no AS record_no,
    compared.as_of AS as_of,
    compared.change_no AS change_no,
    compared.known_from AS known_from,
    compared.known_basis AS known_basis,
    compared.is_deleted AS is_deleted,
    compared.is_change AS is_change,
    compared.version_no AS version_no,
    COUNT(CASE WHEN compared.is_change = 1 THEN 1 END) OVER (
      PARTITION BY compared.start_date, compared.signal_id
      ORDER BY compared.version_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.signal_type AS signal_type,
    runs.start_time AS start_time,
    runs.start_date AS start_date,
    runs.signal_id AS signal_id,
    runs.sis_class_id AS sis_class_id,
    runs.class_id AS class_id,
    runs.app_name AS app_name,
    runs.actor_id AS actor_id,
    runs.actor_role AS actor_role,
    runs.schema_version AS schema_version,
    runs.action AS action,
    runs.meeting_duration AS meeting_duration,
    runs.meeting_type AS meeting_type,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.start_date, runs.signal_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.start_date, runs.signal_id, runs.run_no
      ORDER BY runs.known_from, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.signal_type AS signal_type,
    learned.start_time AS start_time,
    learned.start_date AS start_date,
    learned.signal_id AS signal_id,
    learned.sis_class_id AS sis_class_id,
    learned.class_id AS class_id,
    learned.app_name AS app_name,
    learned.actor_id AS actor_id,
    learned.actor_role AS actor_role,
    learned.schema_version AS schema_version,
    learned.action AS action,
    learned.meeting_duration AS meeting_duration,
    learned.meeting_type AS meeting_type,
    COALESCE(CAST(learned.start_date AS TEXT), '') || '|' || COALESCE(learned.signal_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.start_date, learned.signal_id ORDER BY learned.version_no) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.signal_type AS signal_type,
  history.start_time AS start_time,
  history.start_date AS start_date,
  history.signal_id AS signal_id,
  history.sis_class_id AS sis_class_id,
  history.class_id AS class_id,
  history.app_name AS app_name,
  history.actor_id AS actor_id,
  history.actor_role AS actor_role,
  history.schema_version AS schema_version,
  history.action AS action,
  history.meeting_duration AS meeting_duration,
  history.meeting_type AS meeting_type,
  history.source_key AS source_key,
  history.batch_id AS batch_id,
  history.record_no AS record_no,
  history.as_of AS as_of,
  history.change_no AS change_no,
  history.known_from AS known_from,
  history.known_basis AS known_basis,
  history.is_current AS is_current,
  history.is_deleted AS is_deleted
FROM history AS history
