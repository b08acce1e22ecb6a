-- Generated from modules/nwea/school.sql; edit that file.
WITH named AS (
  SELECT
    'map_growth' AS source_table,
    nwea_map_growth.school_name AS school_name,
    nwea_map_growth.school_state_id AS school_state_id,
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
    nwea_students_by_school.school_name AS school_name,
    nwea_students_by_school.school_state_id AS school_state_id,
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
  UNION ALL
  SELECT
    'map_fluency' AS source_table,
    nwea_map_fluency.school_name AS school_name,
    CAST(NULL AS STRING) AS school_state_id,
    nwea_map_fluency.source_key AS source_key,
    nwea_map_fluency.batch_id AS batch_id,
    nwea_map_fluency.record_no AS record_no,
    nwea_map_fluency.as_of AS as_of,
    nwea_map_fluency.change_no AS change_no,
    nwea_map_fluency.known_from AS known_from,
    nwea_map_fluency.known_basis AS known_basis,
    nwea_map_fluency.is_current AS is_current,
    nwea_map_fluency.is_deleted AS is_deleted
  FROM nwea_map_fluency AS nwea_map_fluency
), latest AS (
  SELECT
    named.source_table AS source_table,
    COALESCE(named.school_state_id, 'name:' || LOWER(TRIM(named.school_name))) AS source_school_id,
    TRIM(named.school_name) AS school_name,
    named.source_key AS source_key,
    named.batch_id AS batch_id,
    named.record_no AS record_no,
    named.as_of AS as_of,
    named.change_no AS change_no,
    named.known_from AS known_from,
    named.known_basis AS known_basis,
    named.is_current AS is_current,
    named.is_deleted AS is_deleted,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY COALESCE(named.school_state_id, 'name:' || LOWER(TRIM(named.school_name)))
      ORDER BY named.as_of DESC, named.source_table NULLS LAST, named.batch_id NULLS LAST, named.record_no NULLS LAST, named.source_key NULLS LAST
    ) AS BIGINT) AS newest
  FROM named AS named
  WHERE
    NOT named.is_deleted
)
SELECT
  CAST(latest.source_school_id AS STRING) AS source_school_id,
  CAST(latest.school_name AS STRING) AS school_name,
  CAST(NULL AS STRING) AS school_type,
  CAST('nwea' AS STRING) AS module,
  CAST(latest.source_table AS STRING) AS source_table,
  CAST(latest.source_key AS STRING) AS source_key,
  CAST(latest.batch_id AS STRING) AS batch_id,
  CAST(latest.record_no AS BIGINT) AS record_no,
  CAST(latest.as_of AS TIMESTAMP) AS as_of,
  CAST(latest.change_no AS BIGINT) AS change_no,
  CAST(latest.known_from AS DATE) AS known_from,
  CAST(latest.known_basis AS STRING) AS known_basis,
  CAST(latest.is_current AS BOOLEAN) AS is_current,
  CAST(latest.is_deleted AS BOOLEAN) AS is_deleted
FROM latest AS latest
WHERE
  latest.newest = 1 AND NOT latest.source_school_id IS NULL
