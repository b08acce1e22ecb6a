-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_section.section_id AS section_id,
  staged_insights_section.external_id AS external_id,
  staged_insights_section.section_name AS section_name,
  staged_insights_section.section_code AS section_code,
  staged_insights_section.course_id AS course_id,
  staged_insights_section.organization_id AS organization_id,
  COALESCE(staged_insights_section.section_id, '') AS source_key,
  staged_insights_section.batch_id AS batch_id,
  staged_insights_section.record_no AS record_no,
  staged_insights_section.as_of AS as_of,
  staged_insights_section.change_no AS change_no,
  staged_insights_section.known_from AS known_from,
  staged_insights_section.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_section AS staged_insights_section
