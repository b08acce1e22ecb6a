-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_section_subject.section_id AS section_id,
  staged_insights_section_subject.subject_id AS subject_id,
  COALESCE(staged_insights_section_subject.section_id, '') || '|' || COALESCE(staged_insights_section_subject.subject_id, '') AS source_key,
  staged_insights_section_subject.batch_id AS batch_id,
  staged_insights_section_subject.record_no AS record_no,
  staged_insights_section_subject.as_of AS as_of,
  staged_insights_section_subject.change_no AS change_no,
  staged_insights_section_subject.known_from AS known_from,
  staged_insights_section_subject.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_section_subject AS staged_insights_section_subject
