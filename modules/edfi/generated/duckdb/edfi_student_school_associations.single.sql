-- Generated from modules/edfi/module.yaml; edit that file.
SELECT
  staged_edfi_student_school_associations.resource_id AS resource_id,
  staged_edfi_student_school_associations.student_id AS student_id,
  staged_edfi_student_school_associations.school_id AS school_id,
  staged_edfi_student_school_associations.school_year AS school_year,
  staged_edfi_student_school_associations.entry_date AS entry_date,
  staged_edfi_student_school_associations.entry_grade_descriptor AS entry_grade_descriptor,
  staged_edfi_student_school_associations.entry_type_descriptor AS entry_type_descriptor,
  staged_edfi_student_school_associations.exit_date AS exit_date,
  staged_edfi_student_school_associations.exit_type_descriptor AS exit_type_descriptor,
  staged_edfi_student_school_associations.is_primary AS is_primary,
  COALESCE(staged_edfi_student_school_associations.resource_id, '') AS source_key,
  staged_edfi_student_school_associations.batch_id AS batch_id,
  staged_edfi_student_school_associations.record_no AS record_no,
  staged_edfi_student_school_associations.as_of AS as_of,
  staged_edfi_student_school_associations.change_no AS change_no,
  staged_edfi_student_school_associations.known_from AS known_from,
  staged_edfi_student_school_associations.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_edfi_student_school_associations AS staged_edfi_student_school_associations
