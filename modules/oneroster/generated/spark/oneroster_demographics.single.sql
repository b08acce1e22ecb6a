-- Generated from modules/oneroster/module.yaml; edit that file.
SELECT
  staged_oneroster_demographics.user_id AS user_id,
  staged_oneroster_demographics.status AS status,
  staged_oneroster_demographics.birth_year AS birth_year,
  staged_oneroster_demographics.sex AS sex,
  staged_oneroster_demographics.is_american_indian AS is_american_indian,
  staged_oneroster_demographics.is_asian AS is_asian,
  staged_oneroster_demographics.is_black AS is_black,
  staged_oneroster_demographics.is_pacific_islander AS is_pacific_islander,
  staged_oneroster_demographics.is_white AS is_white,
  staged_oneroster_demographics.is_several_races AS is_several_races,
  staged_oneroster_demographics.is_hispanic AS is_hispanic,
  COALESCE(staged_oneroster_demographics.user_id, '') AS source_key,
  staged_oneroster_demographics.batch_id AS batch_id,
  staged_oneroster_demographics.record_no AS record_no,
  staged_oneroster_demographics.as_of AS as_of,
  staged_oneroster_demographics.change_no AS change_no,
  staged_oneroster_demographics.known_from AS known_from,
  staged_oneroster_demographics.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_oneroster_demographics AS staged_oneroster_demographics
