-- Generated from modules/insights/module.yaml; edit that file.
SELECT
  staged_insights_enrollment.enrollment_row_id AS enrollment_row_id,
  staged_insights_enrollment.is_active AS is_active,
  staged_insights_enrollment.person_id AS person_id,
  staged_insights_enrollment.section_role_id AS section_role_id,
  staged_insights_enrollment.section_id AS section_id,
  staged_insights_enrollment.entry_date AS entry_date,
  staged_insights_enrollment.exit_date AS exit_date,
  staged_insights_enrollment.is_primary_staff AS is_primary_staff,
  COALESCE(staged_insights_enrollment.enrollment_row_id, '') || '|' || COALESCE(staged_insights_enrollment.person_id, '') AS source_key,
  staged_insights_enrollment.batch_id AS batch_id,
  staged_insights_enrollment.record_no AS record_no,
  staged_insights_enrollment.as_of AS as_of,
  staged_insights_enrollment.change_no AS change_no,
  staged_insights_enrollment.known_from AS known_from,
  staged_insights_enrollment.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_insights_enrollment AS staged_insights_enrollment
