-- Generated from modules/insights/student_audit.sql; edit that file.
WITH definitions AS (
  SELECT
    insights_ref_definition.definition_id AS definition_id,
    insights_ref_definition.definition_type AS definition_type,
    insights_ref_definition.code AS code
  FROM insights_ref_definition AS insights_ref_definition
  WHERE
    insights_ref_definition.is_current AND NOT insights_ref_definition.is_deleted
), answers AS (
  SELECT
    'person_demographic' AS source_table,
    'RefSex' AS definition_type,
    insights_person_demographic.person_id AS person_id,
    insights_person_demographic.sex_id AS answer_id,
    insights_person_demographic.source_key AS source_key,
    insights_person_demographic.batch_id AS batch_id,
    insights_person_demographic.record_no AS record_no,
    insights_person_demographic.as_of AS as_of,
    insights_person_demographic.change_no AS change_no,
    insights_person_demographic.known_from AS known_from,
    insights_person_demographic.known_basis AS known_basis,
    insights_person_demographic.is_current AS is_current,
    insights_person_demographic.is_deleted AS is_deleted
  FROM insights_person_demographic AS insights_person_demographic
  UNION ALL
  SELECT
    'person_demographic_race' AS source_table,
    'RefRace' AS definition_type,
    insights_person_demographic_race.person_id AS person_id,
    insights_person_demographic_race.race_id AS answer_id,
    insights_person_demographic_race.source_key AS source_key,
    insights_person_demographic_race.batch_id AS batch_id,
    insights_person_demographic_race.record_no AS record_no,
    insights_person_demographic_race.as_of AS as_of,
    insights_person_demographic_race.change_no AS change_no,
    insights_person_demographic_race.known_from AS known_from,
    insights_person_demographic_race.known_basis AS known_basis,
    insights_person_demographic_race.is_current AS is_current,
    insights_person_demographic_race.is_deleted AS is_deleted
  FROM insights_person_demographic_race AS insights_person_demographic_race
  UNION ALL
  SELECT
    'person_demographic_ethnicity' AS source_table,
    'RefEthnicity' AS definition_type,
    insights_person_demographic_ethnicity.person_id AS person_id,
    insights_person_demographic_ethnicity.ethnicity_id AS answer_id,
    insights_person_demographic_ethnicity.source_key AS source_key,
    insights_person_demographic_ethnicity.batch_id AS batch_id,
    insights_person_demographic_ethnicity.record_no AS record_no,
    insights_person_demographic_ethnicity.as_of AS as_of,
    insights_person_demographic_ethnicity.change_no AS change_no,
    insights_person_demographic_ethnicity.known_from AS known_from,
    insights_person_demographic_ethnicity.known_basis AS known_basis,
    insights_person_demographic_ethnicity.is_current AS is_current,
    insights_person_demographic_ethnicity.is_deleted AS is_deleted
  FROM insights_person_demographic_ethnicity AS insights_person_demographic_ethnicity
  UNION ALL
  SELECT
    'person_demographic_person_flag' AS source_table,
    'RefPersonFlagType' AS definition_type,
    insights_person_demographic_person_flag.person_id AS person_id,
    insights_person_demographic_person_flag.flag_id AS answer_id,
    insights_person_demographic_person_flag.source_key AS source_key,
    insights_person_demographic_person_flag.batch_id AS batch_id,
    insights_person_demographic_person_flag.record_no AS record_no,
    insights_person_demographic_person_flag.as_of AS as_of,
    insights_person_demographic_person_flag.change_no AS change_no,
    insights_person_demographic_person_flag.known_from AS known_from,
    insights_person_demographic_person_flag.known_basis AS known_basis,
    insights_person_demographic_person_flag.is_current AS is_current,
    insights_person_demographic_person_flag.is_deleted AS is_deleted
  FROM insights_person_demographic_person_flag AS insights_person_demographic_person_flag
), named AS (
  SELECT
    answers.source_table AS source_table,
    answers.definition_type AS definition_type,
    answers.person_id AS person_id,
    COALESCE(definitions.code, answers.answer_id) AS answer,
    answers.source_key AS source_key,
    answers.batch_id AS batch_id,
    answers.record_no AS record_no,
    answers.as_of AS as_of,
    answers.change_no AS change_no,
    answers.known_from AS known_from,
    answers.known_basis AS known_basis,
    answers.is_current AS is_current,
    answers.is_deleted AS is_deleted
  FROM answers AS answers
  LEFT JOIN definitions AS definitions
    ON answers.answer_id = definitions.definition_id
    AND answers.definition_type = definitions.definition_type
  WHERE
    NOT answers.answer_id IS NULL
)
SELECT
  CAST('insights_person' AS TEXT) AS id_system,
  named.person_id AS student_id,
  CAST(CASE
    WHEN named.definition_type = 'RefSex'
    THEN 'sex'
    WHEN named.definition_type = 'RefRace'
    THEN 'race'
    WHEN named.definition_type = 'RefEthnicity'
    THEN 'ethnicity'
    WHEN LOWER(named.answer) IN ('ell', 'lep')
    THEN 'english_learner'
    WHEN LOWER(named.answer) IN ('iep', '504')
    THEN 'special_education'
    WHEN LOWER(named.answer) IN ('freelunch', 'reducedlunch')
    THEN 'economic_disadvantage'
    WHEN LOWER(named.answer) = 'homeless'
    THEN 'housing'
    WHEN LOWER(named.answer) = 'giftedortalented'
    THEN 'gifted'
    ELSE 'other_flag'
  END AS TEXT) AS attribute,
  CAST(named.answer AS TEXT) AS attribute_value,
  CAST('insights' AS TEXT) AS module,
  CAST(named.source_table AS TEXT) AS source_table,
  named.source_key AS source_key,
  named.batch_id AS batch_id,
  named.record_no AS record_no,
  named.as_of AS as_of,
  named.change_no AS change_no,
  named.known_from AS known_from,
  named.known_basis AS known_basis,
  named.is_current AS is_current,
  named.is_deleted AS is_deleted
FROM named AS named
