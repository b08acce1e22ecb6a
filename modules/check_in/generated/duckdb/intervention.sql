-- Generated from modules/check_in/intervention.sql; edit that file.
WITH said AS (
  SELECT
    'said' AS source_table,
    check_in_said.student_key AS student_key,
    check_in_said.acted_on AS acted_on,
    check_in_said.kind AS kind,
    check_in_said.next_step AS next_step,
    check_in_said.note_code AS note_code,
    check_in_said.source_key AS source_key,
    check_in_said.batch_id AS batch_id,
    check_in_said.record_no AS record_no,
    check_in_said.as_of AS as_of,
    check_in_said.change_no AS change_no,
    check_in_said.known_from AS known_from,
    check_in_said.known_basis AS known_basis,
    check_in_said.is_current AS is_current,
    check_in_said.is_deleted AS is_deleted
  FROM check_in_said AS check_in_said
  UNION ALL
  SELECT
    'said_in_table' AS source_table,
    check_in_said_in_table.student_key AS student_key,
    check_in_said_in_table.acted_on AS acted_on,
    check_in_said_in_table.kind AS kind,
    check_in_said_in_table.next_step AS next_step,
    check_in_said_in_table.note_code AS note_code,
    check_in_said_in_table.source_key AS source_key,
    check_in_said_in_table.batch_id AS batch_id,
    check_in_said_in_table.record_no AS record_no,
    check_in_said_in_table.as_of AS as_of,
    check_in_said_in_table.change_no AS change_no,
    check_in_said_in_table.known_from AS known_from,
    check_in_said_in_table.known_basis AS known_basis,
    check_in_said_in_table.is_current AS is_current,
    check_in_said_in_table.is_deleted AS is_deleted
  FROM check_in_said_in_table AS check_in_said_in_table
)
SELECT
  CAST('homeroom_student' AS TEXT) AS id_system,
  CAST(said.student_key AS TEXT) AS student_id,
  CAST(COALESCE(said.next_step, LOWER(said.note_code), LOWER(said.kind)) AS TEXT) AS intervention,
  CAST(said.acted_on AS DATE) AS begin_date,
  CAST(CASE WHEN LOWER(said.kind) = 'contacted' THEN CAST(said.acted_on + INTERVAL 1 DAY AS DATE) END AS DATE) AS end_date,
  CAST('check_in' AS TEXT) AS module,
  CAST(said.source_table AS TEXT) AS source_table,
  CAST(said.source_key AS TEXT) AS source_key,
  CAST(said.batch_id AS TEXT) AS batch_id,
  CAST(said.record_no AS BIGINT) AS record_no,
  CAST(said.as_of AS TIMESTAMP) AS as_of,
  CAST(said.change_no AS BIGINT) AS change_no,
  CAST(said.known_from AS DATE) AS known_from,
  CAST(said.known_basis AS TEXT) AS known_basis,
  CAST(said.is_current AS BOOLEAN) AS is_current,
  CAST(said.is_deleted AS BOOLEAN) AS is_deleted
FROM said AS said
WHERE
  LOWER(said.kind) IN ('contacted', 'plan_started')
