-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_person.person_id AS person_id,
  COALESCE(staged_insights_person.person_id, '') AS source_key,
  staged_insights_person.batch_id AS batch_id,
  staged_insights_person.record_no AS record_no,
  staged_insights_person.as_of AS as_of,
  staged_insights_person.change_no AS change_no,
  staged_insights_person.known_from AS known_from,
  staged_insights_person.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_person AS staged_insights_person
