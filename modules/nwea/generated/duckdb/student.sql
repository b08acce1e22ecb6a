-- Generated from modules/nwea/student.sql; edit that file.
WITH described AS (
  SELECT
    'map_growth' AS source_table,
    nwea_map_growth.student_id AS student_id,
    CAST(NULL AS TEXT) AS grade_level,
    CAST(NULL AS BIGINT) AS birth_year,
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
    nwea_students_by_school.grade_level AS grade_level,
    nwea_students_by_school.birth_year AS birth_year,
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
    nwea_map_fluency.student_id AS student_id,
    nwea_map_fluency.grade_level AS grade_level,
    CAST(NULL AS BIGINT) AS birth_year,
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
)
SELECT
  CAST('nwea_student' AS TEXT) AS id_system,
  CAST(described.student_id AS TEXT) AS student_id,
  CAST('student' AS TEXT) AS role,
  CAST(CASE
    WHEN REGEXP_MATCHES(described.grade_level, '^[1-9]$')
    THEN LPAD(described.grade_level, 2, '0')
    WHEN LOWER(described.grade_level) IN ('k', 'kindergarten', '0')
    THEN 'KG'
    ELSE described.grade_level
  END AS TEXT) AS grade_level,
  CAST(described.birth_year AS BIGINT) AS birth_year,
  CAST(NULL AS BIGINT) AS graduation_year,
  CAST('nwea' AS TEXT) AS module,
  CAST(described.source_table AS TEXT) AS source_table,
  CAST(described.source_key AS TEXT) AS source_key,
  CAST(described.batch_id AS TEXT) AS batch_id,
  CAST(described.record_no AS BIGINT) AS record_no,
  CAST(described.as_of AS TIMESTAMP) AS as_of,
  CAST(described.change_no AS BIGINT) AS change_no,
  CAST(described.known_from AS DATE) AS known_from,
  CAST(described.known_basis AS TEXT) AS known_basis,
  CAST(described.is_current AS BOOLEAN) AS is_current,
  CAST(described.is_deleted AS BOOLEAN) AS is_deleted
FROM described AS described
