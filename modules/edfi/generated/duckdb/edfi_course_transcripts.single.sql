-- Generated from modules/edfi/module.yaml; edit that file.
SELECT
  staged_edfi_course_transcripts.resource_id AS resource_id,
  staged_edfi_course_transcripts.student_id AS student_id,
  staged_edfi_course_transcripts.record_organization_id AS record_organization_id,
  staged_edfi_course_transcripts.school_year AS school_year,
  staged_edfi_course_transcripts.term_descriptor AS term_descriptor,
  staged_edfi_course_transcripts.course_code AS course_code,
  staged_edfi_course_transcripts.course_organization_id AS course_organization_id,
  staged_edfi_course_transcripts.attempt_result_descriptor AS attempt_result_descriptor,
  staged_edfi_course_transcripts.letter_grade AS letter_grade,
  staged_edfi_course_transcripts.numeric_grade AS numeric_grade,
  staged_edfi_course_transcripts.credits_attempted AS credits_attempted,
  staged_edfi_course_transcripts.credits_earned AS credits_earned,
  COALESCE(staged_edfi_course_transcripts.resource_id, '') AS source_key,
  staged_edfi_course_transcripts.batch_id AS batch_id,
  staged_edfi_course_transcripts.record_no AS record_no,
  staged_edfi_course_transcripts.as_of AS as_of,
  staged_edfi_course_transcripts.change_no AS change_no,
  staged_edfi_course_transcripts.known_from AS known_from,
  staged_edfi_course_transcripts.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_edfi_course_transcripts AS staged_edfi_course_transcripts
