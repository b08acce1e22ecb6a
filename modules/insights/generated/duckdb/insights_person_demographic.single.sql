-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_person_demographic.person_id AS person_id,
  staged_insights_person_demographic.birth_year AS birth_year,
  staged_insights_person_demographic.sex_id AS sex_id,
  COALESCE(staged_insights_person_demographic.person_id, '') AS source_key,
  staged_insights_person_demographic.batch_id AS batch_id,
  staged_insights_person_demographic.record_no AS record_no,
  staged_insights_person_demographic.as_of AS as_of,
  staged_insights_person_demographic.change_no AS change_no,
  staged_insights_person_demographic.known_from AS known_from,
  staged_insights_person_demographic.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_person_demographic AS staged_insights_person_demographic
