-- Generated from modules/clever/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_clever_resource_usage.date AS date,
    staged_clever_resource_usage.sis_id AS sis_id,
    staged_clever_resource_usage.clever_user_id AS clever_user_id,
    staged_clever_resource_usage.clever_school_id AS clever_school_id,
    staged_clever_resource_usage.school_name AS school_name,
    staged_clever_resource_usage.resource_type AS resource_type,
    staged_clever_resource_usage.resource_name AS resource_name,
    staged_clever_resource_usage.resource_id AS resource_id,
    staged_clever_resource_usage.num_access AS num_access,
    staged_clever_resource_usage.batch_id AS batch_id,
    staged_clever_resource_usage.record_no AS record_no,
    staged_clever_resource_usage.as_of AS as_of,
    staged_clever_resource_usage.change_no AS change_no,
    staged_clever_resource_usage.known_from AS known_from,
    staged_clever_resource_usage.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_clever_resource_usage AS staged_clever_resource_usage
), compared AS (
  SELECT
    delivered.date AS date,
    delivered.sis_id AS sis_id,
    delivered.clever_user_id AS clever_user_id,
    delivered.clever_school_id AS clever_school_id,
    delivered.school_name AS school_name,
    delivered.resource_type AS resource_type,
    delivered.resource_name AS resource_name,
    delivered.resource_id AS resource_id,
    delivered.num_access AS num_access,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    CASE
      WHEN delivered.is_deleted IS NOT DISTINCT FROM LAG(delivered.is_deleted) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.date, delivered.clever_user_id, delivered.sis_id, delivered.clever_school_id, delivered.school_name, delivered.resource_type, delivered.resource_name, delivered.resource_id, delivered.num_access
    ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.date AS date,
    compared.sis_id AS sis_id,
    compared.clever_user_id AS clever_user_id,
    compared.clever_school_id AS clever_school_id,
    compared.school_name AS school_name,
    compared.resource_type AS resource_type,
    compared.resource_name AS resource_name,
    compared.resource_id AS resource_id,
    compared.num_access AS num_access,
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
      PARTITION BY compared.date, compared.clever_user_id, compared.sis_id, compared.clever_school_id, compared.school_name, compared.resource_type, compared.resource_name, compared.resource_id, compared.num_access
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.date AS date,
    runs.sis_id AS sis_id,
    runs.clever_user_id AS clever_user_id,
    runs.clever_school_id AS clever_school_id,
    runs.school_name AS school_name,
    runs.resource_type AS resource_type,
    runs.resource_name AS resource_name,
    runs.resource_id AS resource_id,
    runs.num_access AS num_access,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (
      PARTITION BY runs.date, runs.clever_user_id, runs.sis_id, runs.clever_school_id, runs.school_name, runs.resource_type, runs.resource_name, runs.resource_id, runs.num_access, runs.run_no
    ) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.date, runs.clever_user_id, runs.sis_id, runs.clever_school_id, runs.school_name, runs.resource_type, runs.resource_name, runs.resource_id, runs.num_access, runs.run_no
      ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.date AS date,
    learned.sis_id AS sis_id,
    learned.clever_user_id AS clever_user_id,
    learned.clever_school_id AS clever_school_id,
    learned.school_name AS school_name,
    learned.resource_type AS resource_type,
    learned.resource_name AS resource_name,
    learned.resource_id AS resource_id,
    learned.num_access AS num_access,
    COALESCE(CAST(learned.date AS STRING), '') || '|' || COALESCE(learned.clever_user_id, '') || '|' || COALESCE(learned.sis_id, '') || '|' || COALESCE(learned.clever_school_id, '') || '|' || COALESCE(learned.school_name, '') || '|' || COALESCE(learned.resource_type, '') || '|' || COALESCE(learned.resource_name, '') || '|' || COALESCE(learned.resource_id, '') || '|' || COALESCE(CAST(learned.num_access AS STRING), '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (
      PARTITION BY learned.date, learned.clever_user_id, learned.sis_id, learned.clever_school_id, learned.school_name, learned.resource_type, learned.resource_name, learned.resource_id, learned.num_access
      ORDER BY learned.version_no NULLS LAST
    ) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.date AS date,
  history.sis_id AS sis_id,
  history.clever_user_id AS clever_user_id,
  history.clever_school_id AS clever_school_id,
  history.school_name AS school_name,
  history.resource_type AS resource_type,
  history.resource_name AS resource_name,
  history.resource_id AS resource_id,
  history.num_access AS num_access,
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
