-- Generated from modules/iready/school.sql; edit that file.
WITH named AS (
  SELECT
    'personalized_instruction' AS source_table,
    iready_personalized_instruction.school_name AS school_name,
    iready_personalized_instruction.source_key AS source_key,
    iready_personalized_instruction.batch_id AS batch_id,
    iready_personalized_instruction.record_no AS record_no,
    iready_personalized_instruction.as_of AS as_of,
    iready_personalized_instruction.change_no AS change_no,
    iready_personalized_instruction.known_from AS known_from,
    iready_personalized_instruction.known_basis AS known_basis,
    iready_personalized_instruction.is_current AS is_current,
    iready_personalized_instruction.is_deleted AS is_deleted
  FROM iready_personalized_instruction AS iready_personalized_instruction
  UNION ALL
  SELECT
    'lesson_activity_with_standards' AS source_table,
    iready_lesson_activity_with_standards.school_name AS school_name,
    iready_lesson_activity_with_standards.source_key AS source_key,
    iready_lesson_activity_with_standards.batch_id AS batch_id,
    iready_lesson_activity_with_standards.record_no AS record_no,
    iready_lesson_activity_with_standards.as_of AS as_of,
    iready_lesson_activity_with_standards.change_no AS change_no,
    iready_lesson_activity_with_standards.known_from AS known_from,
    iready_lesson_activity_with_standards.known_basis AS known_basis,
    iready_lesson_activity_with_standards.is_current AS is_current,
    iready_lesson_activity_with_standards.is_deleted AS is_deleted
  FROM iready_lesson_activity_with_standards AS iready_lesson_activity_with_standards
  UNION ALL
  SELECT
    'diagnostic_ela' AS source_table,
    iready_diagnostic_ela.school_name AS school_name,
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
    iready_diagnostic_math.school_name AS school_name,
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
  UNION ALL
  SELECT
    'year_to_date_window' AS source_table,
    iready_year_to_date_window.school_name AS school_name,
    iready_year_to_date_window.source_key AS source_key,
    iready_year_to_date_window.batch_id AS batch_id,
    iready_year_to_date_window.record_no AS record_no,
    iready_year_to_date_window.as_of AS as_of,
    iready_year_to_date_window.change_no AS change_no,
    iready_year_to_date_window.known_from AS known_from,
    iready_year_to_date_window.known_basis AS known_basis,
    iready_year_to_date_window.is_current AS is_current,
    iready_year_to_date_window.is_deleted AS is_deleted
  FROM iready_year_to_date_window AS iready_year_to_date_window
), latest AS (
  SELECT
    'name:' || LOWER(TRIM(named.school_name)) AS source_school_id,
    TRIM(named.school_name) AS school_name,
    named.source_table AS source_table,
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
      PARTITION BY LOWER(TRIM(named.school_name))
      ORDER BY named.as_of DESC, named.source_table NULLS LAST, named.batch_id NULLS LAST, named.record_no NULLS LAST, named.source_key NULLS LAST
    ) AS BIGINT) AS newest
  FROM named AS named
  WHERE
    NOT named.school_name IS NULL AND NOT named.is_deleted
)
SELECT
  CAST(latest.source_school_id AS STRING) AS source_school_id,
  CAST(latest.school_name AS STRING) AS school_name,
  CAST(NULL AS STRING) AS school_type,
  CAST('iready' AS STRING) AS module,
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
  latest.newest = 1
