-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_person_demographic_race.person_id AS person_id,
  staged_insights_person_demographic_race.race_id AS race_id,
  COALESCE(staged_insights_person_demographic_race.person_id, '') || '|' || COALESCE(staged_insights_person_demographic_race.race_id, '') AS source_key,
  staged_insights_person_demographic_race.batch_id AS batch_id,
  staged_insights_person_demographic_race.record_no AS record_no,
  staged_insights_person_demographic_race.as_of AS as_of,
  staged_insights_person_demographic_race.change_no AS change_no,
  staged_insights_person_demographic_race.known_from AS known_from,
  staged_insights_person_demographic_race.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_person_demographic_race AS staged_insights_person_demographic_race
