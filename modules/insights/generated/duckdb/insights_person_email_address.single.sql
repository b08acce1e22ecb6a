-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_person_email_address.email AS email,
  staged_insights_person_email_address.person_id AS person_id,
  COALESCE(staged_insights_person_email_address.person_id, '') || '|' || COALESCE(staged_insights_person_email_address.email, '') AS source_key,
  staged_insights_person_email_address.batch_id AS batch_id,
  staged_insights_person_email_address.record_no AS record_no,
  staged_insights_person_email_address.as_of AS as_of,
  staged_insights_person_email_address.change_no AS change_no,
  staged_insights_person_email_address.known_from AS known_from,
  staged_insights_person_email_address.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_person_email_address AS staged_insights_person_email_address
