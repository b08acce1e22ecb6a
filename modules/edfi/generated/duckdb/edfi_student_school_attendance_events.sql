-- Generated from modules/edfi/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_edfi_student_school_attendance_events.resource_id AS resource_id,
    staged_edfi_student_school_attendance_events.student_id AS student_id,
    staged_edfi_student_school_attendance_events.school_id AS school_id,
    staged_edfi_student_school_attendance_events.school_year AS school_year,
    staged_edfi_student_school_attendance_events.session_name AS session_name,
    staged_edfi_student_school_attendance_events.event_date AS event_date,
    staged_edfi_student_school_attendance_events.category_descriptor AS category_descriptor,
    staged_edfi_student_school_attendance_events.duration AS duration,
    staged_edfi_student_school_attendance_events.environment_descriptor AS environment_descriptor,
    staged_edfi_student_school_attendance_events.batch_id AS batch_id,
    staged_edfi_student_school_attendance_events.record_no AS record_no,
    staged_edfi_student_school_attendance_events.as_of AS as_of,
    staged_edfi_student_school_attendance_events.change_no AS change_no,
    staged_edfi_student_school_attendance_events.known_from AS known_from,
    staged_edfi_student_school_attendance_events.known_basis AS known_basis,
    staged_edfi_student_school_attendance_events.operation <> 'upsert' AS is_deleted
  FROM staged_edfi_student_school_attendance_events AS staged_edfi_student_school_attendance_events
), lives AS (
  SELECT
    delivered.resource_id AS resource_id,
    delivered.student_id AS student_id,
    delivered.school_id AS school_id,
    delivered.school_year AS school_year,
    delivered.session_name AS session_name,
    delivered.event_date AS event_date,
    delivered.category_descriptor AS category_descriptor,
    delivered.duration AS duration,
    delivered.environment_descriptor AS environment_descriptor,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT delivered.is_deleted THEN 1 END) OVER (
      PARTITION BY delivered.resource_id
      ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.resource_id
    ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
  )
), filled AS (
  SELECT
    lives.resource_id AS resource_id,
    FIRST_VALUE(lives.student_id) OVER life_versions AS student_id,
    FIRST_VALUE(lives.school_id) OVER life_versions AS school_id,
    FIRST_VALUE(lives.school_year) OVER life_versions AS school_year,
    FIRST_VALUE(lives.session_name) OVER life_versions AS session_name,
    FIRST_VALUE(lives.event_date) OVER life_versions AS event_date,
    FIRST_VALUE(lives.category_descriptor) OVER life_versions AS category_descriptor,
    FIRST_VALUE(lives.duration) OVER life_versions AS duration,
    FIRST_VALUE(lives.environment_descriptor) OVER life_versions AS environment_descriptor,
    lives.batch_id AS batch_id,
    lives.record_no AS record_no,
    lives.as_of AS as_of,
    lives.change_no AS change_no,
    lives.known_from AS known_from,
    lives.known_basis AS known_basis,
    lives.is_deleted AS is_deleted
  FROM lives AS lives
  WHERE
    lives.life > 0
  WINDOW life_versions AS (PARTITION BY lives.resource_id, lives.life ORDER BY lives.version_no)
), compared AS (
  SELECT
    filled.resource_id AS resource_id,
    filled.student_id AS student_id,
    filled.school_id AS school_id,
    filled.school_year AS school_year,
    filled.session_name AS session_name,
    filled.event_date AS event_date,
    filled.category_descriptor AS category_descriptor,
    filled.duration AS duration,
    filled.environment_descriptor AS environment_descriptor,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.student_id IS NOT DISTINCT FROM LAG(filled.student_id) OVER versions
      AND filled.school_id IS NOT DISTINCT FROM LAG(filled.school_id) OVER versions
      AND filled.school_year IS NOT DISTINCT FROM LAG(filled.school_year) OVER versions
      AND filled.session_name IS NOT DISTINCT FROM LAG(filled.session_name) OVER versions
      AND filled.event_date IS NOT DISTINCT FROM LAG(filled.event_date) OVER versions
      AND filled.category_descriptor IS NOT DISTINCT FROM LAG(filled.category_descriptor) OVER versions
      AND filled.duration IS NOT DISTINCT FROM LAG(filled.duration) OVER versions
      AND filled.environment_descriptor IS NOT DISTINCT FROM LAG(filled.environment_descriptor) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.resource_id
    ORDER BY filled.as_of, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END), filled.is_deleted, filled.batch_id, filled.record_no
  )
), runs AS (
  SELECT
    compared.resource_id AS resource_id,
    compared.student_id AS student_id,
    compared.school_id AS school_id,
    compared.school_year AS school_year,
    compared.session_name AS session_name,
    compared.event_date AS event_date,
    compared.category_descriptor AS category_descriptor,
    compared.duration AS duration,
    compared.environment_descriptor AS environment_descriptor,
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
      PARTITION BY compared.resource_id
      ORDER BY compared.version_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.resource_id AS resource_id,
    runs.student_id AS student_id,
    runs.school_id AS school_id,
    runs.school_year AS school_year,
    runs.session_name AS session_name,
    runs.event_date AS event_date,
    runs.category_descriptor AS category_descriptor,
    runs.duration AS duration,
    runs.environment_descriptor AS environment_descriptor,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.resource_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.resource_id, runs.run_no ORDER BY runs.known_from, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.resource_id AS resource_id,
    learned.student_id AS student_id,
    learned.school_id AS school_id,
    learned.school_year AS school_year,
    learned.session_name AS session_name,
    learned.event_date AS event_date,
    learned.category_descriptor AS category_descriptor,
    learned.duration AS duration,
    learned.environment_descriptor AS environment_descriptor,
    COALESCE(learned.resource_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.resource_id ORDER BY learned.version_no) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.resource_id AS resource_id,
  history.student_id AS student_id,
  history.school_id AS school_id,
  history.school_year AS school_year,
  history.session_name AS session_name,
  history.event_date AS event_date,
  history.category_descriptor AS category_descriptor,
  history.duration AS duration,
  history.environment_descriptor AS environment_descriptor,
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
