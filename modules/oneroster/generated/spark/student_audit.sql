-- Generated from modules/oneroster/student_audit.sql; edit that file.
WITH attributes AS (
  SELECT
    oneroster_demographics.user_id AS user_id,
    'sex' AS attribute,
    CAST(LOWER(oneroster_demographics.sex) AS STRING) AS attribute_value,
    oneroster_demographics.source_key AS source_key,
    oneroster_demographics.batch_id AS batch_id,
    oneroster_demographics.record_no AS record_no,
    oneroster_demographics.as_of AS as_of,
    oneroster_demographics.change_no AS change_no,
    oneroster_demographics.known_from AS known_from,
    oneroster_demographics.known_basis AS known_basis,
    oneroster_demographics.is_current AS is_current,
    oneroster_demographics.is_deleted AS is_deleted
  FROM oneroster_demographics AS oneroster_demographics
  UNION ALL
  SELECT
    oneroster_demographics.user_id AS user_id,
    'ethnicity' AS attribute,
    CAST(CASE
      WHEN oneroster_demographics.is_hispanic
      THEN 'hispanic'
      WHEN NOT oneroster_demographics.is_hispanic
      THEN 'not_hispanic'
    END AS STRING) AS attribute_value,
    oneroster_demographics.source_key AS source_key,
    oneroster_demographics.batch_id AS batch_id,
    oneroster_demographics.record_no AS record_no,
    oneroster_demographics.as_of AS as_of,
    oneroster_demographics.change_no AS change_no,
    oneroster_demographics.known_from AS known_from,
    oneroster_demographics.known_basis AS known_basis,
    oneroster_demographics.is_current AS is_current,
    oneroster_demographics.is_deleted AS is_deleted
  FROM oneroster_demographics AS oneroster_demographics
  UNION ALL
  SELECT
    oneroster_demographics.user_id AS user_id,
    'race' AS attribute,
    CAST(CASE WHEN oneroster_demographics.is_american_indian THEN 'american_indian_or_alaska_native' END AS STRING) AS attribute_value,
    oneroster_demographics.source_key AS source_key,
    oneroster_demographics.batch_id AS batch_id,
    oneroster_demographics.record_no AS record_no,
    oneroster_demographics.as_of AS as_of,
    oneroster_demographics.change_no AS change_no,
    oneroster_demographics.known_from AS known_from,
    oneroster_demographics.known_basis AS known_basis,
    oneroster_demographics.is_current AS is_current,
    oneroster_demographics.is_deleted AS is_deleted
  FROM oneroster_demographics AS oneroster_demographics
  UNION ALL
  SELECT
    oneroster_demographics.user_id AS user_id,
    'race' AS attribute,
    CAST(CASE WHEN oneroster_demographics.is_asian THEN 'asian' END AS STRING) AS attribute_value,
    oneroster_demographics.source_key AS source_key,
    oneroster_demographics.batch_id AS batch_id,
    oneroster_demographics.record_no AS record_no,
    oneroster_demographics.as_of AS as_of,
    oneroster_demographics.change_no AS change_no,
    oneroster_demographics.known_from AS known_from,
    oneroster_demographics.known_basis AS known_basis,
    oneroster_demographics.is_current AS is_current,
    oneroster_demographics.is_deleted AS is_deleted
  FROM oneroster_demographics AS oneroster_demographics
  UNION ALL
  SELECT
    oneroster_demographics.user_id AS user_id,
    'race' AS attribute,
    CAST(CASE WHEN oneroster_demographics.is_black THEN 'black_or_african_american' END AS STRING) AS attribute_value,
    oneroster_demographics.source_key AS source_key,
    oneroster_demographics.batch_id AS batch_id,
    oneroster_demographics.record_no AS record_no,
    oneroster_demographics.as_of AS as_of,
    oneroster_demographics.change_no AS change_no,
    oneroster_demographics.known_from AS known_from,
    oneroster_demographics.known_basis AS known_basis,
    oneroster_demographics.is_current AS is_current,
    oneroster_demographics.is_deleted AS is_deleted
  FROM oneroster_demographics AS oneroster_demographics
  UNION ALL
  SELECT
    oneroster_demographics.user_id AS user_id,
    'race' AS attribute,
    CAST(CASE
      WHEN oneroster_demographics.is_pacific_islander
      THEN 'native_hawaiian_or_other_pacific_islander'
    END AS STRING) AS attribute_value,
    oneroster_demographics.source_key AS source_key,
    oneroster_demographics.batch_id AS batch_id,
    oneroster_demographics.record_no AS record_no,
    oneroster_demographics.as_of AS as_of,
    oneroster_demographics.change_no AS change_no,
    oneroster_demographics.known_from AS known_from,
    oneroster_demographics.known_basis AS known_basis,
    oneroster_demographics.is_current AS is_current,
    oneroster_demographics.is_deleted AS is_deleted
  FROM oneroster_demographics AS oneroster_demographics
  UNION ALL
  SELECT
    oneroster_demographics.user_id AS user_id,
    'race' AS attribute,
    CAST(CASE WHEN oneroster_demographics.is_white THEN 'white' END AS STRING) AS attribute_value,
    oneroster_demographics.source_key AS source_key,
    oneroster_demographics.batch_id AS batch_id,
    oneroster_demographics.record_no AS record_no,
    oneroster_demographics.as_of AS as_of,
    oneroster_demographics.change_no AS change_no,
    oneroster_demographics.known_from AS known_from,
    oneroster_demographics.known_basis AS known_basis,
    oneroster_demographics.is_current AS is_current,
    oneroster_demographics.is_deleted AS is_deleted
  FROM oneroster_demographics AS oneroster_demographics
  UNION ALL
  SELECT
    oneroster_demographics.user_id AS user_id,
    'race' AS attribute,
    CAST(CASE WHEN oneroster_demographics.is_several_races THEN 'two_or_more_races' END AS STRING) AS attribute_value,
    oneroster_demographics.source_key AS source_key,
    oneroster_demographics.batch_id AS batch_id,
    oneroster_demographics.record_no AS record_no,
    oneroster_demographics.as_of AS as_of,
    oneroster_demographics.change_no AS change_no,
    oneroster_demographics.known_from AS known_from,
    oneroster_demographics.known_basis AS known_basis,
    oneroster_demographics.is_current AS is_current,
    oneroster_demographics.is_deleted AS is_deleted
  FROM oneroster_demographics AS oneroster_demographics
)
SELECT
  CAST('oneroster_user' AS STRING) AS id_system,
  CAST(attributes.user_id AS STRING) AS student_id,
  CAST(attributes.attribute AS STRING) AS attribute,
  CAST(attributes.attribute_value AS STRING) AS attribute_value,
  CAST('oneroster' AS STRING) AS module,
  CAST('demographics' AS STRING) AS source_table,
  CAST(attributes.source_key AS STRING) AS source_key,
  CAST(attributes.batch_id AS STRING) AS batch_id,
  CAST(attributes.record_no AS BIGINT) AS record_no,
  CAST(attributes.as_of AS TIMESTAMP) AS as_of,
  CAST(attributes.change_no AS BIGINT) AS change_no,
  CAST(attributes.known_from AS DATE) AS known_from,
  CAST(attributes.known_basis AS STRING) AS known_basis,
  CAST(attributes.is_current AS BOOLEAN) AS is_current,
  CAST(attributes.is_deleted AS BOOLEAN) AS is_deleted
FROM attributes AS attributes
WHERE
  NOT attributes.attribute_value IS NULL
