-- Generated from modules/edfi/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_edfi_student_assessments.resource_id AS resource_id,
    staged_edfi_student_assessments.student_id AS student_id,
    staged_edfi_student_assessments.assessment_identifier AS assessment_identifier,
    staged_edfi_student_assessments.assessment_namespace AS assessment_namespace,
    staged_edfi_student_assessments.administration_date AS administration_date,
    staged_edfi_student_assessments.grade_descriptor AS grade_descriptor,
    staged_edfi_student_assessments.retest_descriptor AS retest_descriptor,
    staged_edfi_student_assessments.score_method_1 AS score_method_1,
    staged_edfi_student_assessments.score_1 AS score_1,
    staged_edfi_student_assessments.score_method_2 AS score_method_2,
    staged_edfi_student_assessments.score_2 AS score_2,
    staged_edfi_student_assessments.score_method_3 AS score_method_3,
    staged_edfi_student_assessments.score_3 AS score_3,
    staged_edfi_student_assessments.performance_level_descriptor AS performance_level_descriptor,
    staged_edfi_student_assessments.batch_id AS batch_id,
    staged_edfi_student_assessments.record_no AS record_no,
    staged_edfi_student_assessments.as_of AS as_of,
    staged_edfi_student_assessments.change_no AS change_no,
    staged_edfi_student_assessments.known_from AS known_from,
    staged_edfi_student_assessments.known_basis AS known_basis,
    staged_edfi_student_assessments.operation <> 'upsert' AS is_deleted
  FROM staged_edfi_student_assessments AS staged_edfi_student_assessments
), lives AS (
  SELECT
    delivered.resource_id AS resource_id,
    delivered.student_id AS student_id,
    delivered.assessment_identifier AS assessment_identifier,
    delivered.assessment_namespace AS assessment_namespace,
    delivered.administration_date AS administration_date,
    delivered.grade_descriptor AS grade_descriptor,
    delivered.retest_descriptor AS retest_descriptor,
    delivered.score_method_1 AS score_method_1,
    delivered.score_1 AS score_1,
    delivered.score_method_2 AS score_method_2,
    delivered.score_2 AS score_2,
    delivered.score_method_3 AS score_method_3,
    delivered.score_3 AS score_3,
    delivered.performance_level_descriptor AS performance_level_descriptor,
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
    FIRST_VALUE(lives.assessment_identifier) OVER life_versions AS assessment_identifier,
    FIRST_VALUE(lives.assessment_namespace) OVER life_versions AS assessment_namespace,
    FIRST_VALUE(lives.administration_date) OVER life_versions AS administration_date,
    FIRST_VALUE(lives.grade_descriptor) OVER life_versions AS grade_descriptor,
    FIRST_VALUE(lives.retest_descriptor) OVER life_versions AS retest_descriptor,
    FIRST_VALUE(lives.score_method_1) OVER life_versions AS score_method_1,
    FIRST_VALUE(lives.score_1) OVER life_versions AS score_1,
    FIRST_VALUE(lives.score_method_2) OVER life_versions AS score_method_2,
    FIRST_VALUE(lives.score_2) OVER life_versions AS score_2,
    FIRST_VALUE(lives.score_method_3) OVER life_versions AS score_method_3,
    FIRST_VALUE(lives.score_3) OVER life_versions AS score_3,
    FIRST_VALUE(lives.performance_level_descriptor) OVER life_versions AS performance_level_descriptor,
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
    filled.assessment_identifier AS assessment_identifier,
    filled.assessment_namespace AS assessment_namespace,
    filled.administration_date AS administration_date,
    filled.grade_descriptor AS grade_descriptor,
    filled.retest_descriptor AS retest_descriptor,
    filled.score_method_1 AS score_method_1,
    filled.score_1 AS score_1,
    filled.score_method_2 AS score_method_2,
    filled.score_2 AS score_2,
    filled.score_method_3 AS score_method_3,
    filled.score_3 AS score_3,
    filled.performance_level_descriptor AS performance_level_descriptor,
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
      AND filled.assessment_identifier IS NOT DISTINCT FROM LAG(filled.assessment_identifier) OVER versions
      AND filled.assessment_namespace IS NOT DISTINCT FROM LAG(filled.assessment_namespace) OVER versions
      AND filled.administration_date IS NOT DISTINCT FROM LAG(filled.administration_date) OVER versions
      AND filled.grade_descriptor IS NOT DISTINCT FROM LAG(filled.grade_descriptor) OVER versions
      AND filled.retest_descriptor IS NOT DISTINCT FROM LAG(filled.retest_descriptor) OVER versions
      AND filled.score_method_1 IS NOT DISTINCT FROM LAG(filled.score_method_1) OVER versions
      AND filled.score_1 IS NOT DISTINCT FROM LAG(filled.score_1) OVER versions
      AND filled.score_method_2 IS NOT DISTINCT FROM LAG(filled.score_method_2) OVER versions
      AND filled.score_2 IS NOT DISTINCT FROM LAG(filled.score_2) OVER versions
      AND filled.score_method_3 IS NOT DISTINCT FROM LAG(filled.score_method_3) OVER versions
      AND filled.score_3 IS NOT DISTINCT FROM LAG(filled.score_3) OVER versions
      AND filled.performance_level_descriptor IS NOT DISTINCT FROM LAG(filled.performance_level_descriptor) OVER versions
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
    compared.assessment_identifier AS assessment_identifier,
    compared.assessment_namespace AS assessment_namespace,
    compared.administration_date AS administration_date,
    compared.grade_descriptor AS grade_descriptor,
    compared.retest_descriptor AS retest_descriptor,
    compared.score_method_1 AS score_method_1,
    compared.score_1 AS score_1,
    compared.score_method_2 AS score_method_2,
    compared.score_2 AS score_2,
    compared.score_method_3 AS score_method_3,
    compared.score_3 AS score_3,
    compared.performance_level_descriptor AS performance_level_descriptor,
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
    runs.assessment_identifier AS assessment_identifier,
    runs.assessment_namespace AS assessment_namespace,
    runs.administration_date AS administration_date,
    runs.grade_descriptor AS grade_descriptor,
    runs.retest_descriptor AS retest_descriptor,
    runs.score_method_1 AS score_method_1,
    runs.score_1 AS score_1,
    runs.score_method_2 AS score_method_2,
    runs.score_2 AS score_2,
    runs.score_method_3 AS score_method_3,
    runs.score_3 AS score_3,
    runs.performance_level_descriptor AS performance_level_descriptor,
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
    learned.assessment_identifier AS assessment_identifier,
    learned.assessment_namespace AS assessment_namespace,
    learned.administration_date AS administration_date,
    learned.grade_descriptor AS grade_descriptor,
    learned.retest_descriptor AS retest_descriptor,
    learned.score_method_1 AS score_method_1,
    learned.score_1 AS score_1,
    learned.score_method_2 AS score_method_2,
    learned.score_2 AS score_2,
    learned.score_method_3 AS score_method_3,
    learned.score_3 AS score_3,
    learned.performance_level_descriptor AS performance_level_descriptor,
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
  history.assessment_identifier AS assessment_identifier,
  history.assessment_namespace AS assessment_namespace,
  history.administration_date AS administration_date,
  history.grade_descriptor AS grade_descriptor,
  history.retest_descriptor AS retest_descriptor,
  history.score_method_1 AS score_method_1,
  history.score_1 AS score_1,
  history.score_method_2 AS score_method_2,
  history.score_2 AS score_2,
  history.score_method_3 AS score_method_3,
  history.score_3 AS score_3,
  history.performance_level_descriptor AS performance_level_descriptor,
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
