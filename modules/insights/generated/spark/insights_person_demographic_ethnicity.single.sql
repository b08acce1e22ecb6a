-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_person_demographic_ethnicity.person_id AS person_id,
  staged_insights_person_demographic_ethnicity.ethnicity_id AS ethnicity_id,
  COALESCE(staged_insights_person_demographic_ethnicity.person_id, '') || '|' || COALESCE(staged_insights_person_demographic_ethnicity.ethnicity_id, '') AS source_key,
  staged_insights_person_demographic_ethnicity.batch_id AS batch_id,
  staged_insights_person_demographic_ethnicity.record_no AS record_no,
  staged_insights_person_demographic_ethnicity.as_of AS as_of,
  staged_insights_person_demographic_ethnicity.change_no AS change_no,
  staged_insights_person_demographic_ethnicity.known_from AS known_from,
  staged_insights_person_demographic_ethnicity.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_person_demographic_ethnicity AS staged_insights_person_demographic_ethnicity
