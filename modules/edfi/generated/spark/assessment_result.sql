-- Generated from modules/edfi/assessment_result.sql; edit that file.
WITH results AS (
  SELECT
    edfi_student_assessments.student_id AS student_id,
    edfi_student_assessments.assessment_identifier AS assessment_identifier,
    edfi_student_assessments.administration_date AS administration_date,
    edfi_student_assessments.grade_descriptor AS grade_descriptor,
    edfi_student_assessments.retest_descriptor AS retest_descriptor,
    CAST(COALESCE(
      NULLIF(SPLIT_PART(edfi_student_assessments.score_method_1, '#', 2), ''),
      edfi_student_assessments.score_method_1
    ) AS STRING) AS result_name,
    edfi_student_assessments.score_1 AS score_text,
    edfi_student_assessments.source_key AS source_key,
    edfi_student_assessments.batch_id AS batch_id,
    edfi_student_assessments.record_no AS record_no,
    edfi_student_assessments.as_of AS as_of,
    edfi_student_assessments.change_no AS change_no,
    edfi_student_assessments.known_from AS known_from,
    edfi_student_assessments.known_basis AS known_basis,
    edfi_student_assessments.is_current AS is_current,
    edfi_student_assessments.is_deleted AS is_deleted
  FROM edfi_student_assessments AS edfi_student_assessments
  UNION ALL
  SELECT
    edfi_student_assessments.student_id AS student_id,
    edfi_student_assessments.assessment_identifier AS assessment_identifier,
    edfi_student_assessments.administration_date AS administration_date,
    edfi_student_assessments.grade_descriptor AS grade_descriptor,
    edfi_student_assessments.retest_descriptor AS retest_descriptor,
    CAST(COALESCE(
      NULLIF(SPLIT_PART(edfi_student_assessments.score_method_2, '#', 2), ''),
      edfi_student_assessments.score_method_2
    ) AS STRING) AS result_name,
    edfi_student_assessments.score_2 AS score_text,
    edfi_student_assessments.source_key AS source_key,
    edfi_student_assessments.batch_id AS batch_id,
    edfi_student_assessments.record_no AS record_no,
    edfi_student_assessments.as_of AS as_of,
    edfi_student_assessments.change_no AS change_no,
    edfi_student_assessments.known_from AS known_from,
    edfi_student_assessments.known_basis AS known_basis,
    edfi_student_assessments.is_current AS is_current,
    edfi_student_assessments.is_deleted AS is_deleted
  FROM edfi_student_assessments AS edfi_student_assessments
  UNION ALL
  SELECT
    edfi_student_assessments.student_id AS student_id,
    edfi_student_assessments.assessment_identifier AS assessment_identifier,
    edfi_student_assessments.administration_date AS administration_date,
    edfi_student_assessments.grade_descriptor AS grade_descriptor,
    edfi_student_assessments.retest_descriptor AS retest_descriptor,
    CAST(COALESCE(
      NULLIF(SPLIT_PART(edfi_student_assessments.score_method_3, '#', 2), ''),
      edfi_student_assessments.score_method_3
    ) AS STRING) AS result_name,
    edfi_student_assessments.score_3 AS score_text,
    edfi_student_assessments.source_key AS source_key,
    edfi_student_assessments.batch_id AS batch_id,
    edfi_student_assessments.record_no AS record_no,
    edfi_student_assessments.as_of AS as_of,
    edfi_student_assessments.change_no AS change_no,
    edfi_student_assessments.known_from AS known_from,
    edfi_student_assessments.known_basis AS known_basis,
    edfi_student_assessments.is_current AS is_current,
    edfi_student_assessments.is_deleted AS is_deleted
  FROM edfi_student_assessments AS edfi_student_assessments
  UNION ALL
  SELECT
    edfi_student_assessments.student_id AS student_id,
    edfi_student_assessments.assessment_identifier AS assessment_identifier,
    edfi_student_assessments.administration_date AS administration_date,
    edfi_student_assessments.grade_descriptor AS grade_descriptor,
    edfi_student_assessments.retest_descriptor AS retest_descriptor,
    'Performance level' AS result_name,
    CAST(COALESCE(
      NULLIF(SPLIT_PART(edfi_student_assessments.performance_level_descriptor, '#', 2), ''),
      edfi_student_assessments.performance_level_descriptor
    ) AS STRING) AS score_text,
    edfi_student_assessments.source_key AS source_key,
    edfi_student_assessments.batch_id AS batch_id,
    edfi_student_assessments.record_no AS record_no,
    edfi_student_assessments.as_of AS as_of,
    edfi_student_assessments.change_no AS change_no,
    edfi_student_assessments.known_from AS known_from,
    edfi_student_assessments.known_basis AS known_basis,
    edfi_student_assessments.is_current AS is_current,
    edfi_student_assessments.is_deleted AS is_deleted
  FROM edfi_student_assessments AS edfi_student_assessments
), named AS (
  SELECT
    results.student_id AS student_id,
    results.assessment_identifier AS assessment_identifier,
    results.administration_date AS administration_date,
    results.result_name AS result_name,
    results.score_text AS score_text,
    results.retest_descriptor AS retest_descriptor,
    CAST(COALESCE(NULLIF(SPLIT_PART(results.grade_descriptor, '#', 2), ''), results.grade_descriptor) AS STRING) AS grade_code,
    results.source_key AS source_key,
    results.batch_id AS batch_id,
    results.record_no AS record_no,
    results.as_of AS as_of,
    results.change_no AS change_no,
    results.known_from AS known_from,
    results.known_basis AS known_basis,
    results.is_current AS is_current,
    results.is_deleted AS is_deleted
  FROM results AS results
  WHERE
    NOT results.score_text IS NULL
)
SELECT
  CAST('edfi_student' AS STRING) AS id_system,
  CAST(named.student_id AS STRING) AS student_id,
  CAST(named.assessment_identifier AS STRING) AS assessment,
  CAST(NULL AS STRING) AS subject,
  CAST(named.administration_date AS DATE) AS administered_on,
  CAST(COALESCE(named.result_name, 'Score') AS STRING) AS result_name,
  CAST(CASE WHEN named.score_text RLIKE '^-?[0-9]+([.][0-9]+)?$' THEN CAST(named.score_text AS DOUBLE) END AS DOUBLE) AS score,
  CAST(named.score_text AS STRING) AS score_text,
  CAST(NULL AS DOUBLE) AS standard_error,
  CAST(CASE
    WHEN LOWER(named.result_name) LIKE '%percentile%' AND named.score_text RLIKE '^-?[0-9]+([.][0-9]+)?$'
    THEN CAST(named.score_text AS DOUBLE)
  END AS DOUBLE) AS percentile,
  CAST(CASE LOWER(named.grade_code)
    WHEN 'infant/toddler'
    THEN 'IT'
    WHEN 'preschool'
    THEN 'PK'
    WHEN 'prekindergarten'
    THEN 'PK'
    WHEN 'preschool/prekindergarten'
    THEN 'PK'
    WHEN 'early education'
    THEN 'PK'
    WHEN 'transitional kindergarten'
    THEN 'TK'
    WHEN 'kindergarten'
    THEN 'KG'
    WHEN 'first grade'
    THEN '01'
    WHEN 'second grade'
    THEN '02'
    WHEN 'third grade'
    THEN '03'
    WHEN 'fourth grade'
    THEN '04'
    WHEN 'fifth grade'
    THEN '05'
    WHEN 'sixth grade'
    THEN '06'
    WHEN 'seventh grade'
    THEN '07'
    WHEN 'eighth grade'
    THEN '08'
    WHEN 'ninth grade'
    THEN '09'
    WHEN 'tenth grade'
    THEN '10'
    WHEN 'eleventh grade'
    THEN '11'
    WHEN 'twelfth grade'
    THEN '12'
    WHEN 'grade 13'
    THEN '13'
    WHEN 'postsecondary'
    THEN 'PS'
    WHEN 'ungraded'
    THEN 'UG'
    ELSE named.grade_code
  END AS STRING) AS grade_level,
  CAST(NULL AS STRING) AS source_school_id,
  CAST(NULLIF(SPLIT_PART(named.retest_descriptor, '#', 2), '') AS STRING) AS attempt_status,
  CAST('edfi' AS STRING) AS module,
  CAST('student_assessments' AS STRING) AS source_table,
  CAST(named.source_key AS STRING) AS source_key,
  CAST(named.batch_id AS STRING) AS batch_id,
  CAST(named.record_no AS BIGINT) AS record_no,
  CAST(named.as_of AS TIMESTAMP) AS as_of,
  CAST(named.change_no AS BIGINT) AS change_no,
  CAST(named.known_from AS DATE) AS known_from,
  CAST(named.known_basis AS STRING) AS known_basis,
  CAST(named.is_current AS BOOLEAN) AS is_current,
  CAST(named.is_deleted AS BOOLEAN) AS is_deleted
FROM named AS named
