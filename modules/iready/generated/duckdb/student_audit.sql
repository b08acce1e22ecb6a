-- Generated from modules/iready/student_audit.sql; edit that file.
WITH described AS (
  SELECT
    'diagnostic_ela' AS source_table,
    iready_diagnostic_ela.student_id AS student_id,
    iready_diagnostic_ela.sex AS sex,
    iready_diagnostic_ela.hispanic_or_latino AS hispanic_or_latino,
    iready_diagnostic_ela.race AS race,
    iready_diagnostic_ela.english_learner AS english_learner,
    iready_diagnostic_ela.special_education AS special_education,
    iready_diagnostic_ela.economic_disadvantage AS economic_disadvantage,
    iready_diagnostic_ela.migrant AS migrant,
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
    iready_diagnostic_math.sex AS sex,
    iready_diagnostic_math.hispanic_or_latino AS hispanic_or_latino,
    iready_diagnostic_math.race AS race,
    iready_diagnostic_math.english_learner AS english_learner,
    iready_diagnostic_math.special_education AS special_education,
    iready_diagnostic_math.economic_disadvantage AS economic_disadvantage,
    iready_diagnostic_math.migrant AS migrant,
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
    iready_year_to_date_window.student_id AS student_id,
    iready_year_to_date_window.sex AS sex,
    iready_year_to_date_window.hispanic_or_latino AS hispanic_or_latino,
    iready_year_to_date_window.race AS race,
    iready_year_to_date_window.english_learner AS english_learner,
    iready_year_to_date_window.special_education AS special_education,
    iready_year_to_date_window.economic_disadvantage AS economic_disadvantage,
    iready_year_to_date_window.migrant AS migrant,
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
), attributes AS (
  SELECT
    described.source_table AS source_table,
    described.student_id AS student_id,
    'sex' AS attribute,
    LOWER(described.sex) AS attribute_value,
    described.source_key AS source_key,
    described.batch_id AS batch_id,
    described.record_no AS record_no,
    described.as_of AS as_of,
    described.change_no AS change_no,
    described.known_from AS known_from,
    described.known_basis AS known_basis,
    described.is_current AS is_current,
    described.is_deleted AS is_deleted
  FROM described AS described
  UNION ALL
  SELECT
    described.source_table AS source_table,
    described.student_id AS student_id,
    'ethnicity' AS attribute,
    CASE described.hispanic_or_latino
      WHEN 'Y'
      THEN 'hispanic'
      WHEN 'N'
      THEN 'not_hispanic'
      ELSE described.hispanic_or_latino
    END AS attribute_value,
    described.source_key AS source_key,
    described.batch_id AS batch_id,
    described.record_no AS record_no,
    described.as_of AS as_of,
    described.change_no AS change_no,
    described.known_from AS known_from,
    described.known_basis AS known_basis,
    described.is_current AS is_current,
    described.is_deleted AS is_deleted
  FROM described AS described
  UNION ALL
  SELECT
    described.source_table AS source_table,
    described.student_id AS student_id,
    'race' AS attribute,
    described.race AS attribute_value,
    described.source_key AS source_key,
    described.batch_id AS batch_id,
    described.record_no AS record_no,
    described.as_of AS as_of,
    described.change_no AS change_no,
    described.known_from AS known_from,
    described.known_basis AS known_basis,
    described.is_current AS is_current,
    described.is_deleted AS is_deleted
  FROM described AS described
  UNION ALL
  SELECT
    described.source_table AS source_table,
    described.student_id AS student_id,
    'english_learner' AS attribute,
    described.english_learner AS attribute_value,
    described.source_key AS source_key,
    described.batch_id AS batch_id,
    described.record_no AS record_no,
    described.as_of AS as_of,
    described.change_no AS change_no,
    described.known_from AS known_from,
    described.known_basis AS known_basis,
    described.is_current AS is_current,
    described.is_deleted AS is_deleted
  FROM described AS described
  UNION ALL
  SELECT
    described.source_table AS source_table,
    described.student_id AS student_id,
    'special_education' AS attribute,
    described.special_education AS attribute_value,
    described.source_key AS source_key,
    described.batch_id AS batch_id,
    described.record_no AS record_no,
    described.as_of AS as_of,
    described.change_no AS change_no,
    described.known_from AS known_from,
    described.known_basis AS known_basis,
    described.is_current AS is_current,
    described.is_deleted AS is_deleted
  FROM described AS described
  UNION ALL
  SELECT
    described.source_table AS source_table,
    described.student_id AS student_id,
    'economic_disadvantage' AS attribute,
    described.economic_disadvantage AS attribute_value,
    described.source_key AS source_key,
    described.batch_id AS batch_id,
    described.record_no AS record_no,
    described.as_of AS as_of,
    described.change_no AS change_no,
    described.known_from AS known_from,
    described.known_basis AS known_basis,
    described.is_current AS is_current,
    described.is_deleted AS is_deleted
  FROM described AS described
  UNION ALL
  SELECT
    described.source_table AS source_table,
    described.student_id AS student_id,
    'migrant' AS attribute,
    described.migrant AS attribute_value,
    described.source_key AS source_key,
    described.batch_id AS batch_id,
    described.record_no AS record_no,
    described.as_of AS as_of,
    described.change_no AS change_no,
    described.known_from AS known_from,
    described.known_basis AS known_basis,
    described.is_current AS is_current,
    described.is_deleted AS is_deleted
  FROM described AS described
)
SELECT
  CAST('iready_student' AS TEXT) AS id_system,
  CAST(attributes.student_id AS TEXT) AS student_id,
  CAST(attributes.attribute AS TEXT) AS attribute,
  CAST(attributes.attribute_value AS TEXT) AS attribute_value,
  CAST('iready' AS TEXT) AS module,
  CAST(attributes.source_table AS TEXT) AS source_table,
  CAST(attributes.source_key AS TEXT) AS source_key,
  CAST(attributes.batch_id AS TEXT) AS batch_id,
  CAST(attributes.record_no AS BIGINT) AS record_no,
  CAST(attributes.as_of AS TIMESTAMP) AS as_of,
  CAST(attributes.change_no AS BIGINT) AS change_no,
  CAST(attributes.known_from AS DATE) AS known_from,
  CAST(attributes.known_basis AS TEXT) AS known_basis,
  CAST(attributes.is_current AS BOOLEAN) AS is_current,
  CAST(attributes.is_deleted AS BOOLEAN) AS is_deleted
FROM attributes AS attributes
WHERE
  NOT attributes.attribute_value IS NULL
