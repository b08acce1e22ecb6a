-- Generated from modules/edfi/module.yaml; edit that file.
SELECT
  staged_edfi_students.resource_id AS resource_id,
  staged_edfi_students.student_id AS student_id,
  staged_edfi_students.birth_year AS birth_year,
  staged_edfi_students.birth_sex_descriptor AS birth_sex_descriptor,
  COALESCE(staged_edfi_students.resource_id, '') AS source_key,
  staged_edfi_students.batch_id AS batch_id,
  staged_edfi_students.record_no AS record_no,
  staged_edfi_students.as_of AS as_of,
  staged_edfi_students.change_no AS change_no,
  staged_edfi_students.known_from AS known_from,
  staged_edfi_students.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_edfi_students AS staged_edfi_students
