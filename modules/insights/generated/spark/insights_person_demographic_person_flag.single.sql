-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_person_demographic_person_flag.person_id AS person_id,
  staged_insights_person_demographic_person_flag.flag_id AS flag_id,
  COALESCE(staged_insights_person_demographic_person_flag.person_id, '') || '|' || COALESCE(staged_insights_person_demographic_person_flag.flag_id, '') AS source_key,
  staged_insights_person_demographic_person_flag.batch_id AS batch_id,
  staged_insights_person_demographic_person_flag.record_no AS record_no,
  staged_insights_person_demographic_person_flag.as_of AS as_of,
  staged_insights_person_demographic_person_flag.change_no AS change_no,
  staged_insights_person_demographic_person_flag.known_from AS known_from,
  staged_insights_person_demographic_person_flag.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_person_demographic_person_flag AS staged_insights_person_demographic_person_flag
