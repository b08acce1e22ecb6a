-- Generated from modules/edfi/module.yaml; edit that file.
WITH delivered AS (
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
    staged_edfi_course_transcripts.batch_id AS batch_id,
    staged_edfi_course_transcripts.record_no AS record_no,
    staged_edfi_course_transcripts.as_of AS as_of,
    staged_edfi_course_transcripts.change_no AS change_no,
    staged_edfi_course_transcripts.known_from AS known_from,
    staged_edfi_course_transcripts.known_basis AS known_basis,
    staged_edfi_course_transcripts.operation <> 'upsert' AS is_deleted
  FROM staged_edfi_course_transcripts AS staged_edfi_course_transcripts
), lives AS (
  SELECT
    delivered.resource_id AS resource_id,
    delivered.student_id AS student_id,
    delivered.record_organization_id AS record_organization_id,
    delivered.school_year AS school_year,
    delivered.term_descriptor AS term_descriptor,
    delivered.course_code AS course_code,
    delivered.course_organization_id AS course_organization_id,
    delivered.attempt_result_descriptor AS attempt_result_descriptor,
    delivered.letter_grade AS letter_grade,
    delivered.numeric_grade AS numeric_grade,
    delivered.credits_attempted AS credits_attempted,
    delivered.credits_earned AS credits_earned,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT delivered.is_deleted THEN 1 END) OVER (
      PARTITION BY delivered.resource_id
      ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.resource_id
    ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
  )
), filled AS (
  SELECT
    lives.resource_id AS resource_id,
    FIRST_VALUE(lives.student_id) OVER life_versions AS student_id,
    FIRST_VALUE(lives.record_organization_id) OVER life_versions AS record_organization_id,
    FIRST_VALUE(lives.school_year) OVER life_versions AS school_year,
    FIRST_VALUE(lives.term_descriptor) OVER life_versions AS term_descriptor,
    FIRST_VALUE(lives.course_code) OVER life_versions AS course_code,
    FIRST_VALUE(lives.course_organization_id) OVER life_versions AS course_organization_id,
    FIRST_VALUE(lives.attempt_result_descriptor) OVER life_versions AS attempt_result_descriptor,
    FIRST_VALUE(lives.letter_grade) OVER life_versions AS letter_grade,
    FIRST_VALUE(lives.numeric_grade) OVER life_versions AS numeric_grade,
    FIRST_VALUE(lives.credits_attempted) OVER life_versions AS credits_attempted,
    FIRST_VALUE(lives.credits_earned) OVER life_versions AS credits_earned,
    lives.batch_id AS batch_id,
    lives.record_no AS record_no,
    lives.as_of AS as_of,
    lives.change_no AS change_no,
    lives.known_from AS known_from,
    lives.known_basis AS known_basis,
    lives.is_deleted AS is_deleted
  FROM lives AS lives
  WHERE
    lives.life > 0
  WINDOW life_versions AS (PARTITION BY lives.resource_id, lives.life ORDER BY lives.version_no)
), compared AS (
  SELECT
    filled.resource_id AS resource_id,
    filled.student_id AS student_id,
    filled.record_organization_id AS record_organization_id,
    filled.school_year AS school_year,
    filled.term_descriptor AS term_descriptor,
    filled.course_code AS course_code,
    filled.course_organization_id AS course_organization_id,
    filled.attempt_result_descriptor AS attempt_result_descriptor,
    filled.letter_grade AS letter_grade,
    filled.numeric_grade AS numeric_grade,
    filled.credits_attempted AS credits_attempted,
    filled.credits_earned AS credits_earned,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.student_id IS NOT DISTINCT FROM LAG(filled.student_id) OVER versions
      AND filled.record_organization_id IS NOT DISTINCT FROM LAG(filled.record_organization_id) OVER versions
      AND filled.school_year IS NOT DISTINCT FROM LAG(filled.school_year) OVER versions
      AND filled.term_descriptor IS NOT DISTINCT FROM LAG(filled.term_descriptor) OVER versions
      AND filled.course_code IS NOT DISTINCT FROM LAG(filled.course_code) OVER versions
      AND filled.course_organization_id IS NOT DISTINCT FROM LAG(filled.course_organization_id) OVER versions
      AND filled.attempt_result_descriptor IS NOT DISTINCT FROM LAG(filled.attempt_result_descriptor) OVER versions
      AND filled.letter_grade IS NOT DISTINCT FROM LAG(filled.letter_grade) OVER versions
      AND filled.numeric_grade IS NOT DISTINCT FROM LAG(filled.numeric_grade) OVER versions
      AND filled.credits_attempted IS NOT DISTINCT FROM LAG(filled.credits_attempted) OVER versions
      AND filled.credits_earned IS NOT DISTINCT FROM LAG(filled.credits_earned) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.resource_id
    ORDER BY filled.as_of, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END), filled.is_deleted, filled.batch_id, filled.record_no
  )
), runs AS (
  SELECT
    compared.resource_id AS resource_id,
    compared.student_id AS student_id,
    compared.record_organization_id AS record_organization_id,
    compared.school_year AS school_year,
    compared.term_descriptor AS term_descriptor,
    compared.course_code AS course_code,
    compared.course_organization_id AS course_organization_id,
    compared.attempt_result_descriptor AS attempt_result_descriptor,
    compared.letter_grade AS letter_grade,
    compared.numeric_grade AS numeric_grade,
    compared.credits_attempted AS credits_attempted,
    compared.credits_earned AS credits_earned,
    compared.batch_id AS batch_id,
    compared.record_no AS record_no,
    compared.as_of AS as_of,
    compared.change_no AS change_no,
    compared.known_from AS known_from,
    compared.known_basis AS known_basis,
    compared.is_deleted AS is_deleted,
    compared.is_change AS is_change,
    compared.version_no AS version_no,
    COUNT(CASE WHEN compared.is_change = 1 THEN 1 END) OVER (
      PARTITION BY compared.resource_id
      ORDER BY compared.version_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.resource_id AS resource_id,
    runs.student_id AS student_id,
    runs.record_organization_id AS record_organization_id,
    runs.school_year AS school_year,
    runs.term_descriptor AS term_descriptor,
    runs.course_code AS course_code,
    runs.course_organization_id AS course_organization_id,
    runs.attempt_result_descriptor AS attempt_result_descriptor,
    runs.letter_grade AS letter_grade,
    runs.numeric_grade AS numeric_grade,
    runs.credits_attempted AS credits_attempted,
    runs.credits_earned AS credits_earned,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.resource_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.resource_id, runs.run_no ORDER BY runs.known_from, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.resource_id AS resource_id,
    learned.student_id AS student_id,
    learned.record_organization_id AS record_organization_id,
    learned.school_year AS school_year,
    learned.term_descriptor AS term_descriptor,
    learned.course_code AS course_code,
    learned.course_organization_id AS course_organization_id,
    learned.attempt_result_descriptor AS attempt_result_descriptor,
    learned.letter_grade AS letter_grade,
    learned.numeric_grade AS numeric_grade,
    learned.credits_attempted AS credits_attempted,
    learned.credits_earned AS credits_earned,
    COALESCE(learned.resource_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.resource_id ORDER BY learned.version_no) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.resource_id AS resource_id,
  history.student_id AS student_id,
  history.record_organization_id AS record_organization_id,
  history.school_year AS school_year,
  history.term_descriptor AS term_descriptor,
  history.course_code AS course_code,
  history.course_organization_id AS course_organization_id,
  history.attempt_result_descriptor AS attempt_result_descriptor,
  history.letter_grade AS letter_grade,
  history.numeric_grade AS numeric_grade,
  history.credits_attempted AS credits_attempted,
  history.credits_earned AS credits_earned,
  history.source_key AS source_key,
  history.batch_id AS batch_id,
  history.record_no AS record_no,
  history.as_of AS as_of,
  history.change_no AS change_no,
  history.known_from AS known_from,
  history.known_basis AS known_basis,
  history.is_current AS is_current,
  history.is_deleted AS is_deleted
FROM history AS history
