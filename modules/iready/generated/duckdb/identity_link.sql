-- Generated from modules/iready/identity_link.sql; edit that file.
WITH both_ids AS (
  SELECT
    'diagnostic_ela' AS source_table,
    iready_diagnostic_ela.student_id AS student_id,
    iready_diagnostic_ela.student_state_id AS student_state_id,
    iready_diagnostic_ela.source_key AS source_key,
    iready_diagnostic_ela.batch_id AS batch_id,
    iready_diagnostic_ela.record_no AS record_no,
    iready_diagnostic_ela.as_of AS as_of,
    iready_diagnostic_ela.change_no AS change_no,
    iready_diagnostic_ela.known_from AS known_from,
    iready_diagnostic_ela.known_basis AS known_basis,
    iready_diagnostic_ela.is_current AS is_current,
    iready_diagnostic_ela.is_deleted AS is_deleted
  FROM iready_diagnostic_ela AS iready_diagnostic_ela
  UNION ALL
  SELECT
    'diagnostic_math' AS source_table,
    iready_diagnostic_math.student_id AS student_id,
    iready_diagnostic_math.student_state_id AS student_state_id,
    iready_diagnostic_math.source_key AS source_key,
    iready_diagnostic_math.batch_id AS batch_id,
    iready_diagnostic_math.record_no AS record_no,
    iready_diagnostic_math.as_of AS as_of,
    iready_diagnostic_math.change_no AS change_no,
    iready_diagnostic_math.known_from AS known_from,
    iready_diagnostic_math.known_basis AS known_basis,
    iready_diagnostic_math.is_current AS is_current,
    iready_diagnostic_math.is_deleted AS is_deleted
  FROM iready_diagnostic_math AS iready_diagnostic_math
)
SELECT
  CAST('iready_student' AS TEXT) AS id_system_a,
  CAST(both_ids.student_id AS TEXT) AS id_a,
  CAST('state_student' AS TEXT) AS id_system_b,
  CAST(both_ids.student_state_id AS TEXT) AS id_b,
  CAST('i-Ready diagnostic names both ids' AS TEXT) AS basis,
  CAST('iready' AS TEXT) AS module,
  CAST(both_ids.source_table AS TEXT) AS source_table,
  CAST(both_ids.source_key AS TEXT) AS source_key,
  CAST(both_ids.batch_id AS TEXT) AS batch_id,
  CAST(both_ids.record_no AS BIGINT) AS record_no,
  CAST(both_ids.as_of AS TIMESTAMP) AS as_of,
  CAST(both_ids.change_no AS BIGINT) AS change_no,
  CAST(both_ids.known_from AS DATE) AS known_from,
  CAST(both_ids.known_basis AS TEXT) AS known_basis,
  CAST(both_ids.is_current AS BOOLEAN) AS is_current,
  CAST(both_ids.is_deleted AS BOOLEAN) AS is_deleted
FROM both_ids AS both_ids
WHERE
  NOT both_ids.student_state_id IS NULL
