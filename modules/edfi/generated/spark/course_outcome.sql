-- Generated from modules/edfi/course_outcome.sql; edit that file.
WITH outcomes AS (
  SELECT
    'grades' AS source_table,
    edfi_grades.student_id AS student_id,
    edfi_grades.school_id || '|' || COALESCE(CAST(edfi_grades.school_year AS STRING), '') || '|' || COALESCE(edfi_grades.session_name, '') || '|' || COALESCE(edfi_grades.local_course_code, '') || '|' || COALESCE(edfi_grades.section_identifier, '') AS source_section_id,
    edfi_grades.school_id || '|' || CAST(edfi_grades.school_year AS STRING) || '|' || edfi_grades.session_name AS source_term_id,
    COALESCE(edfi_grades.grading_period_year, edfi_grades.school_year) AS school_year,
    edfi_grades.numeric_grade AS numeric_grade,
    edfi_grades.letter_grade AS letter_grade,
    LOWER(
      CAST(COALESCE(NULLIF(SPLIT_PART(edfi_grades.grade_type_descriptor, '#', 2), ''), edfi_grades.grade_type_descriptor) AS STRING)
    ) = 'final' AS is_final,
    CAST(NULL AS DOUBLE) AS credits_attempted,
    CAST(NULL AS DOUBLE) AS credits_earned,
    edfi_grades.source_key AS source_key,
    edfi_grades.batch_id AS batch_id,
    edfi_grades.record_no AS record_no,
    edfi_grades.as_of AS as_of,
    edfi_grades.change_no AS change_no,
    edfi_grades.known_from AS known_from,
    edfi_grades.known_basis AS known_basis,
    edfi_grades.is_current AS is_current,
    edfi_grades.is_deleted AS is_deleted
  FROM edfi_grades AS edfi_grades
  UNION ALL
  SELECT
    'course_transcripts' AS source_table,
    edfi_course_transcripts.student_id AS student_id,
    CAST(NULL AS STRING) AS source_section_id,
    CAST(NULL AS STRING) AS source_term_id,
    edfi_course_transcripts.school_year AS school_year,
    edfi_course_transcripts.numeric_grade AS numeric_grade,
    edfi_course_transcripts.letter_grade AS letter_grade,
    TRUE AS is_final,
    edfi_course_transcripts.credits_attempted AS credits_attempted,
    edfi_course_transcripts.credits_earned AS credits_earned,
    edfi_course_transcripts.source_key AS source_key,
    edfi_course_transcripts.batch_id AS batch_id,
    edfi_course_transcripts.record_no AS record_no,
    edfi_course_transcripts.as_of AS as_of,
    edfi_course_transcripts.change_no AS change_no,
    edfi_course_transcripts.known_from AS known_from,
    edfi_course_transcripts.known_basis AS known_basis,
    edfi_course_transcripts.is_current AS is_current,
    edfi_course_transcripts.is_deleted AS is_deleted
  FROM edfi_course_transcripts AS edfi_course_transcripts
)
SELECT
  CAST('edfi_student' AS STRING) AS id_system,
  CAST(outcomes.student_id AS STRING) AS student_id,
  CAST(outcomes.source_section_id AS STRING) AS source_section_id,
  CAST(outcomes.source_term_id AS STRING) AS source_term_id,
  CAST(outcomes.school_year AS INT) AS school_year,
  CAST(outcomes.numeric_grade AS DOUBLE) AS numeric_mark,
  CAST(outcomes.letter_grade AS STRING) AS letter_mark,
  CAST(outcomes.is_final AS BOOLEAN) AS is_final,
  CAST(outcomes.credits_attempted AS DOUBLE) AS credits_attempted,
  CAST(outcomes.credits_earned AS DOUBLE) AS credits_earned,
  CAST('edfi' AS STRING) AS module,
  CAST(outcomes.source_table AS STRING) AS source_table,
  CAST(outcomes.source_key AS STRING) AS source_key,
  CAST(outcomes.batch_id AS STRING) AS batch_id,
  CAST(outcomes.record_no AS BIGINT) AS record_no,
  CAST(outcomes.as_of AS TIMESTAMP) AS as_of,
  CAST(outcomes.change_no AS BIGINT) AS change_no,
  CAST(outcomes.known_from AS DATE) AS known_from,
  CAST(outcomes.known_basis AS STRING) AS known_basis,
  CAST(outcomes.is_current AS BOOLEAN) AS is_current,
  CAST(outcomes.is_deleted AS BOOLEAN) AS is_deleted
FROM outcomes AS outcomes
