-- Generated from modules/nwea/identity_link.sql; edit that file.
WITH both_ids AS (
  SELECT
    'map_growth' AS source_table,
    nwea_map_growth.student_id AS student_id,
    nwea_map_growth.student_state_id AS student_state_id,
    nwea_map_growth.source_key AS source_key,
    nwea_map_growth.batch_id AS batch_id,
    nwea_map_growth.record_no AS record_no,
    nwea_map_growth.as_of AS as_of,
    nwea_map_growth.change_no AS change_no,
    nwea_map_growth.known_from AS known_from,
    nwea_map_growth.known_basis AS known_basis,
    nwea_map_growth.is_current AS is_current,
    nwea_map_growth.is_deleted AS is_deleted
  FROM nwea_map_growth AS nwea_map_growth
  UNION ALL
  SELECT
    'students_by_school' AS source_table,
    nwea_students_by_school.student_id AS student_id,
    nwea_students_by_school.student_state_id AS student_state_id,
    nwea_students_by_school.source_key AS source_key,
    nwea_students_by_school.batch_id AS batch_id,
    nwea_students_by_school.record_no AS record_no,
    nwea_students_by_school.as_of AS as_of,
    nwea_students_by_school.change_no AS change_no,
    nwea_students_by_school.known_from AS known_from,
    nwea_students_by_school.known_basis AS known_basis,
    nwea_students_by_school.is_current AS is_current,
    nwea_students_by_school.is_deleted AS is_deleted
  FROM nwea_students_by_school AS nwea_students_by_school
)
SELECT
  CAST('nwea_student' AS STRING) AS id_system_a,
  CAST(both_ids.student_id AS STRING) AS id_a,
  CAST('state_student' AS STRING) AS id_system_b,
  CAST(both_ids.student_state_id AS STRING) AS id_b,
  CAST('NWEA export names both ids' AS STRING) AS basis,
  CAST('nwea' AS STRING) AS module,
  CAST(both_ids.source_table AS STRING) AS source_table,
  CAST(both_ids.source_key AS STRING) AS source_key,
  CAST(both_ids.batch_id AS STRING) AS batch_id,
  CAST(both_ids.record_no AS BIGINT) AS record_no,
  CAST(both_ids.as_of AS TIMESTAMP) AS as_of,
  CAST(both_ids.change_no AS BIGINT) AS change_no,
  CAST(both_ids.known_from AS DATE) AS known_from,
  CAST(both_ids.known_basis AS STRING) AS known_basis,
  CAST(both_ids.is_current AS BOOLEAN) AS is_current,
  CAST(both_ids.is_deleted AS BOOLEAN) AS is_deleted
FROM both_ids AS both_ids
WHERE
  NOT both_ids.student_state_id IS NULL
