-- Generated from modules/iready/assessment_result.sql; edit that file.
WITH known_diagnostics AS (
  SELECT
    iready_diagnostic_ela.student_id AS student_id,
    'Reading' AS subject,
    iready_diagnostic_ela.completion_date AS completion_date,
    COUNT(*) AS versions
  FROM iready_diagnostic_ela AS iready_diagnostic_ela
  GROUP BY
    iready_diagnostic_ela.student_id,
    iready_diagnostic_ela.completion_date
  UNION ALL
  SELECT
    iready_diagnostic_math.student_id AS student_id,
    'Math' AS subject,
    iready_diagnostic_math.completion_date AS completion_date,
    COUNT(*) AS versions
  FROM iready_diagnostic_math AS iready_diagnostic_math
  GROUP BY
    iready_diagnostic_math.student_id,
    iready_diagnostic_math.completion_date
), results AS (
  SELECT
    'diagnostic_ela' AS source_table,
    'Reading' AS subject,
    'Overall scale score' AS result_name,
    CAST(iready_diagnostic_ela.overall_score AS DOUBLE) AS score,
    iready_diagnostic_ela.overall_placement AS score_text,
    iready_diagnostic_ela.percentile AS percentile,
    iready_diagnostic_ela.student_id AS student_id,
    iready_diagnostic_ela.completion_date AS completion_date,
    iready_diagnostic_ela.grade_level AS grade_level,
    iready_diagnostic_ela.school_name AS school_name,
    iready_diagnostic_ela.rush_flag AS rush_flag,
    iready_diagnostic_ela.is_baseline AS is_baseline,
    iready_diagnostic_ela.is_most_recent AS is_most_recent,
    iready_diagnostic_ela.source_key AS source_key,
    iready_diagnostic_ela.batch_id AS batch_id,
    iready_diagnostic_ela.record_no AS record_no,
    iready_diagnostic_ela.as_of AS as_of,
    iready_diagnostic_ela.change_no AS change_no,
    iready_diagnostic_ela.known_from AS known_from,
    iready_diagnostic_ela.known_basis AS known_basis,
    iready_diagnostic_ela.is_current AS is_current,
    iready_diagnostic_ela.is_deleted AS is_deleted
  FROM iready_diagnostic_ela AS iready_diagnostic_ela
  UNION ALL
  SELECT
    'diagnostic_ela' AS source_table,
    'Reading' AS subject,
    'Phonological Awareness scale score' AS result_name,
    iready_diagnostic_ela.phonological_awareness_score AS score,
    iready_diagnostic_ela.phonological_awareness_placement AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_ela.student_id AS student_id,
    iready_diagnostic_ela.completion_date AS completion_date,
    iready_diagnostic_ela.grade_level AS grade_level,
    iready_diagnostic_ela.school_name AS school_name,
    iready_diagnostic_ela.rush_flag AS rush_flag,
    iready_diagnostic_ela.is_baseline AS is_baseline,
    iready_diagnostic_ela.is_most_recent AS is_most_recent,
    iready_diagnostic_ela.source_key AS source_key,
    iready_diagnostic_ela.batch_id AS batch_id,
    iready_diagnostic_ela.record_no AS record_no,
    iready_diagnostic_ela.as_of AS as_of,
    iready_diagnostic_ela.change_no AS change_no,
    iready_diagnostic_ela.known_from AS known_from,
    iready_diagnostic_ela.known_basis AS known_basis,
    iready_diagnostic_ela.is_current AS is_current,
    iready_diagnostic_ela.is_deleted AS is_deleted
  FROM iready_diagnostic_ela AS iready_diagnostic_ela
  UNION ALL
  SELECT
    'diagnostic_ela' AS source_table,
    'Reading' AS subject,
    'Phonics scale score' AS result_name,
    iready_diagnostic_ela.phonics_score AS score,
    iready_diagnostic_ela.phonics_placement AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_ela.student_id AS student_id,
    iready_diagnostic_ela.completion_date AS completion_date,
    iready_diagnostic_ela.grade_level AS grade_level,
    iready_diagnostic_ela.school_name AS school_name,
    iready_diagnostic_ela.rush_flag AS rush_flag,
    iready_diagnostic_ela.is_baseline AS is_baseline,
    iready_diagnostic_ela.is_most_recent AS is_most_recent,
    iready_diagnostic_ela.source_key AS source_key,
    iready_diagnostic_ela.batch_id AS batch_id,
    iready_diagnostic_ela.record_no AS record_no,
    iready_diagnostic_ela.as_of AS as_of,
    iready_diagnostic_ela.change_no AS change_no,
    iready_diagnostic_ela.known_from AS known_from,
    iready_diagnostic_ela.known_basis AS known_basis,
    iready_diagnostic_ela.is_current AS is_current,
    iready_diagnostic_ela.is_deleted AS is_deleted
  FROM iready_diagnostic_ela AS iready_diagnostic_ela
  UNION ALL
  SELECT
    'diagnostic_ela' AS source_table,
    'Reading' AS subject,
    'High-Frequency Words scale score' AS result_name,
    iready_diagnostic_ela.high_frequency_words_score AS score,
    iready_diagnostic_ela.high_frequency_words_placement AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_ela.student_id AS student_id,
    iready_diagnostic_ela.completion_date AS completion_date,
    iready_diagnostic_ela.grade_level AS grade_level,
    iready_diagnostic_ela.school_name AS school_name,
    iready_diagnostic_ela.rush_flag AS rush_flag,
    iready_diagnostic_ela.is_baseline AS is_baseline,
    iready_diagnostic_ela.is_most_recent AS is_most_recent,
    iready_diagnostic_ela.source_key AS source_key,
    iready_diagnostic_ela.batch_id AS batch_id,
    iready_diagnostic_ela.record_no AS record_no,
    iready_diagnostic_ela.as_of AS as_of,
    iready_diagnostic_ela.change_no AS change_no,
    iready_diagnostic_ela.known_from AS known_from,
    iready_diagnostic_ela.known_basis AS known_basis,
    iready_diagnostic_ela.is_current AS is_current,
    iready_diagnostic_ela.is_deleted AS is_deleted
  FROM iready_diagnostic_ela AS iready_diagnostic_ela
  UNION ALL
  SELECT
    'diagnostic_ela' AS source_table,
    'Reading' AS subject,
    'Vocabulary scale score' AS result_name,
    iready_diagnostic_ela.vocabulary_score AS score,
    iready_diagnostic_ela.vocabulary_placement AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_ela.student_id AS student_id,
    iready_diagnostic_ela.completion_date AS completion_date,
    iready_diagnostic_ela.grade_level AS grade_level,
    iready_diagnostic_ela.school_name AS school_name,
    iready_diagnostic_ela.rush_flag AS rush_flag,
    iready_diagnostic_ela.is_baseline AS is_baseline,
    iready_diagnostic_ela.is_most_recent AS is_most_recent,
    iready_diagnostic_ela.source_key AS source_key,
    iready_diagnostic_ela.batch_id AS batch_id,
    iready_diagnostic_ela.record_no AS record_no,
    iready_diagnostic_ela.as_of AS as_of,
    iready_diagnostic_ela.change_no AS change_no,
    iready_diagnostic_ela.known_from AS known_from,
    iready_diagnostic_ela.known_basis AS known_basis,
    iready_diagnostic_ela.is_current AS is_current,
    iready_diagnostic_ela.is_deleted AS is_deleted
  FROM iready_diagnostic_ela AS iready_diagnostic_ela
  UNION ALL
  SELECT
    'diagnostic_ela' AS source_table,
    'Reading' AS subject,
    'Comprehension scale score' AS result_name,
    iready_diagnostic_ela.comprehension_score AS score,
    iready_diagnostic_ela.comprehension_placement AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_ela.student_id AS student_id,
    iready_diagnostic_ela.completion_date AS completion_date,
    iready_diagnostic_ela.grade_level AS grade_level,
    iready_diagnostic_ela.school_name AS school_name,
    iready_diagnostic_ela.rush_flag AS rush_flag,
    iready_diagnostic_ela.is_baseline AS is_baseline,
    iready_diagnostic_ela.is_most_recent AS is_most_recent,
    iready_diagnostic_ela.source_key AS source_key,
    iready_diagnostic_ela.batch_id AS batch_id,
    iready_diagnostic_ela.record_no AS record_no,
    iready_diagnostic_ela.as_of AS as_of,
    iready_diagnostic_ela.change_no AS change_no,
    iready_diagnostic_ela.known_from AS known_from,
    iready_diagnostic_ela.known_basis AS known_basis,
    iready_diagnostic_ela.is_current AS is_current,
    iready_diagnostic_ela.is_deleted AS is_deleted
  FROM iready_diagnostic_ela AS iready_diagnostic_ela
  UNION ALL
  SELECT
    'diagnostic_ela' AS source_table,
    'Reading' AS subject,
    'Literature scale score' AS result_name,
    iready_diagnostic_ela.literature_score AS score,
    iready_diagnostic_ela.literature_placement AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_ela.student_id AS student_id,
    iready_diagnostic_ela.completion_date AS completion_date,
    iready_diagnostic_ela.grade_level AS grade_level,
    iready_diagnostic_ela.school_name AS school_name,
    iready_diagnostic_ela.rush_flag AS rush_flag,
    iready_diagnostic_ela.is_baseline AS is_baseline,
    iready_diagnostic_ela.is_most_recent AS is_most_recent,
    iready_diagnostic_ela.source_key AS source_key,
    iready_diagnostic_ela.batch_id AS batch_id,
    iready_diagnostic_ela.record_no AS record_no,
    iready_diagnostic_ela.as_of AS as_of,
    iready_diagnostic_ela.change_no AS change_no,
    iready_diagnostic_ela.known_from AS known_from,
    iready_diagnostic_ela.known_basis AS known_basis,
    iready_diagnostic_ela.is_current AS is_current,
    iready_diagnostic_ela.is_deleted AS is_deleted
  FROM iready_diagnostic_ela AS iready_diagnostic_ela
  UNION ALL
  SELECT
    'diagnostic_ela' AS source_table,
    'Reading' AS subject,
    'Informational Text scale score' AS result_name,
    iready_diagnostic_ela.informational_text_score AS score,
    iready_diagnostic_ela.informational_text_placement AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_ela.student_id AS student_id,
    iready_diagnostic_ela.completion_date AS completion_date,
    iready_diagnostic_ela.grade_level AS grade_level,
    iready_diagnostic_ela.school_name AS school_name,
    iready_diagnostic_ela.rush_flag AS rush_flag,
    iready_diagnostic_ela.is_baseline AS is_baseline,
    iready_diagnostic_ela.is_most_recent AS is_most_recent,
    iready_diagnostic_ela.source_key AS source_key,
    iready_diagnostic_ela.batch_id AS batch_id,
    iready_diagnostic_ela.record_no AS record_no,
    iready_diagnostic_ela.as_of AS as_of,
    iready_diagnostic_ela.change_no AS change_no,
    iready_diagnostic_ela.known_from AS known_from,
    iready_diagnostic_ela.known_basis AS known_basis,
    iready_diagnostic_ela.is_current AS is_current,
    iready_diagnostic_ela.is_deleted AS is_deleted
  FROM iready_diagnostic_ela AS iready_diagnostic_ela
  UNION ALL
  SELECT
    'diagnostic_ela' AS source_table,
    'Reading' AS subject,
    'Lexile measure' AS result_name,
    CASE
      WHEN REGEXP_MATCHES(iready_diagnostic_ela.lexile_measure, '^[0-9]+L$')
      THEN CAST(REPLACE(iready_diagnostic_ela.lexile_measure, 'L', '') AS DOUBLE)
      WHEN REGEXP_MATCHES(iready_diagnostic_ela.lexile_measure, '^(BR|EM)[0-9]+L$')
      THEN -1e0 * CAST(REPLACE(REPLACE(REPLACE(iready_diagnostic_ela.lexile_measure, 'BR', ''), 'EM', ''), 'L', '') AS DOUBLE)
    END AS score,
    iready_diagnostic_ela.lexile_measure AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_ela.student_id AS student_id,
    iready_diagnostic_ela.completion_date AS completion_date,
    iready_diagnostic_ela.grade_level AS grade_level,
    iready_diagnostic_ela.school_name AS school_name,
    iready_diagnostic_ela.rush_flag AS rush_flag,
    iready_diagnostic_ela.is_baseline AS is_baseline,
    iready_diagnostic_ela.is_most_recent AS is_most_recent,
    iready_diagnostic_ela.source_key AS source_key,
    iready_diagnostic_ela.batch_id AS batch_id,
    iready_diagnostic_ela.record_no AS record_no,
    iready_diagnostic_ela.as_of AS as_of,
    iready_diagnostic_ela.change_no AS change_no,
    iready_diagnostic_ela.known_from AS known_from,
    iready_diagnostic_ela.known_basis AS known_basis,
    iready_diagnostic_ela.is_current AS is_current,
    iready_diagnostic_ela.is_deleted AS is_deleted
  FROM iready_diagnostic_ela AS iready_diagnostic_ela
  UNION ALL
  SELECT
    'diagnostic_math' AS source_table,
    'Math' AS subject,
    'Overall scale score' AS result_name,
    CAST(iready_diagnostic_math.overall_score AS DOUBLE) AS score,
    iready_diagnostic_math.overall_placement AS score_text,
    iready_diagnostic_math.percentile AS percentile,
    iready_diagnostic_math.student_id AS student_id,
    iready_diagnostic_math.completion_date AS completion_date,
    iready_diagnostic_math.grade_level AS grade_level,
    iready_diagnostic_math.school_name AS school_name,
    iready_diagnostic_math.rush_flag AS rush_flag,
    iready_diagnostic_math.is_baseline AS is_baseline,
    iready_diagnostic_math.is_most_recent AS is_most_recent,
    iready_diagnostic_math.source_key AS source_key,
    iready_diagnostic_math.batch_id AS batch_id,
    iready_diagnostic_math.record_no AS record_no,
    iready_diagnostic_math.as_of AS as_of,
    iready_diagnostic_math.change_no AS change_no,
    iready_diagnostic_math.known_from AS known_from,
    iready_diagnostic_math.known_basis AS known_basis,
    iready_diagnostic_math.is_current AS is_current,
    iready_diagnostic_math.is_deleted AS is_deleted
  FROM iready_diagnostic_math AS iready_diagnostic_math
  UNION ALL
  SELECT
    'diagnostic_math' AS source_table,
    'Math' AS subject,
    'Number and Operations scale score' AS result_name,
    iready_diagnostic_math.number_and_operations_score AS score,
    iready_diagnostic_math.number_and_operations_placement AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_math.student_id AS student_id,
    iready_diagnostic_math.completion_date AS completion_date,
    iready_diagnostic_math.grade_level AS grade_level,
    iready_diagnostic_math.school_name AS school_name,
    iready_diagnostic_math.rush_flag AS rush_flag,
    iready_diagnostic_math.is_baseline AS is_baseline,
    iready_diagnostic_math.is_most_recent AS is_most_recent,
    iready_diagnostic_math.source_key AS source_key,
    iready_diagnostic_math.batch_id AS batch_id,
    iready_diagnostic_math.record_no AS record_no,
    iready_diagnostic_math.as_of AS as_of,
    iready_diagnostic_math.change_no AS change_no,
    iready_diagnostic_math.known_from AS known_from,
    iready_diagnostic_math.known_basis AS known_basis,
    iready_diagnostic_math.is_current AS is_current,
    iready_diagnostic_math.is_deleted AS is_deleted
  FROM iready_diagnostic_math AS iready_diagnostic_math
  UNION ALL
  SELECT
    'diagnostic_math' AS source_table,
    'Math' AS subject,
    'Algebra and Algebraic Thinking scale score' AS result_name,
    iready_diagnostic_math.algebra_score AS score,
    iready_diagnostic_math.algebra_placement AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_math.student_id AS student_id,
    iready_diagnostic_math.completion_date AS completion_date,
    iready_diagnostic_math.grade_level AS grade_level,
    iready_diagnostic_math.school_name AS school_name,
    iready_diagnostic_math.rush_flag AS rush_flag,
    iready_diagnostic_math.is_baseline AS is_baseline,
    iready_diagnostic_math.is_most_recent AS is_most_recent,
    iready_diagnostic_math.source_key AS source_key,
    iready_diagnostic_math.batch_id AS batch_id,
    iready_diagnostic_math.record_no AS record_no,
    iready_diagnostic_math.as_of AS as_of,
    iready_diagnostic_math.change_no AS change_no,
    iready_diagnostic_math.known_from AS known_from,
    iready_diagnostic_math.known_basis AS known_basis,
    iready_diagnostic_math.is_current AS is_current,
    iready_diagnostic_math.is_deleted AS is_deleted
  FROM iready_diagnostic_math AS iready_diagnostic_math
  UNION ALL
  SELECT
    'diagnostic_math' AS source_table,
    'Math' AS subject,
    'Measurement and Data scale score' AS result_name,
    iready_diagnostic_math.measurement_and_data_score AS score,
    iready_diagnostic_math.measurement_and_data_placement AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_math.student_id AS student_id,
    iready_diagnostic_math.completion_date AS completion_date,
    iready_diagnostic_math.grade_level AS grade_level,
    iready_diagnostic_math.school_name AS school_name,
    iready_diagnostic_math.rush_flag AS rush_flag,
    iready_diagnostic_math.is_baseline AS is_baseline,
    iready_diagnostic_math.is_most_recent AS is_most_recent,
    iready_diagnostic_math.source_key AS source_key,
    iready_diagnostic_math.batch_id AS batch_id,
    iready_diagnostic_math.record_no AS record_no,
    iready_diagnostic_math.as_of AS as_of,
    iready_diagnostic_math.change_no AS change_no,
    iready_diagnostic_math.known_from AS known_from,
    iready_diagnostic_math.known_basis AS known_basis,
    iready_diagnostic_math.is_current AS is_current,
    iready_diagnostic_math.is_deleted AS is_deleted
  FROM iready_diagnostic_math AS iready_diagnostic_math
  UNION ALL
  SELECT
    'diagnostic_math' AS source_table,
    'Math' AS subject,
    'Geometry scale score' AS result_name,
    iready_diagnostic_math.geometry_score AS score,
    iready_diagnostic_math.geometry_placement AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_math.student_id AS student_id,
    iready_diagnostic_math.completion_date AS completion_date,
    iready_diagnostic_math.grade_level AS grade_level,
    iready_diagnostic_math.school_name AS school_name,
    iready_diagnostic_math.rush_flag AS rush_flag,
    iready_diagnostic_math.is_baseline AS is_baseline,
    iready_diagnostic_math.is_most_recent AS is_most_recent,
    iready_diagnostic_math.source_key AS source_key,
    iready_diagnostic_math.batch_id AS batch_id,
    iready_diagnostic_math.record_no AS record_no,
    iready_diagnostic_math.as_of AS as_of,
    iready_diagnostic_math.change_no AS change_no,
    iready_diagnostic_math.known_from AS known_from,
    iready_diagnostic_math.known_basis AS known_basis,
    iready_diagnostic_math.is_current AS is_current,
    iready_diagnostic_math.is_deleted AS is_deleted
  FROM iready_diagnostic_math AS iready_diagnostic_math
  UNION ALL
  SELECT
    'diagnostic_math' AS source_table,
    'Math' AS subject,
    'Quantile measure' AS result_name,
    CASE
      WHEN REGEXP_MATCHES(iready_diagnostic_math.quantile_measure, '^[0-9]+Q$')
      THEN CAST(REPLACE(iready_diagnostic_math.quantile_measure, 'Q', '') AS DOUBLE)
      WHEN REGEXP_MATCHES(iready_diagnostic_math.quantile_measure, '^(BR|EM)[0-9]+Q$')
      THEN -1e0 * CAST(REPLACE(REPLACE(REPLACE(iready_diagnostic_math.quantile_measure, 'BR', ''), 'EM', ''), 'Q', '') AS DOUBLE)
    END AS score,
    iready_diagnostic_math.quantile_measure AS score_text,
    CAST(NULL AS DOUBLE) AS percentile,
    iready_diagnostic_math.student_id AS student_id,
    iready_diagnostic_math.completion_date AS completion_date,
    iready_diagnostic_math.grade_level AS grade_level,
    iready_diagnostic_math.school_name AS school_name,
    iready_diagnostic_math.rush_flag AS rush_flag,
    iready_diagnostic_math.is_baseline AS is_baseline,
    iready_diagnostic_math.is_most_recent AS is_most_recent,
    iready_diagnostic_math.source_key AS source_key,
    iready_diagnostic_math.batch_id AS batch_id,
    iready_diagnostic_math.record_no AS record_no,
    iready_diagnostic_math.as_of AS as_of,
    iready_diagnostic_math.change_no AS change_no,
    iready_diagnostic_math.known_from AS known_from,
    iready_diagnostic_math.known_basis AS known_basis,
    iready_diagnostic_math.is_current AS is_current,
    iready_diagnostic_math.is_deleted AS is_deleted
  FROM iready_diagnostic_math AS iready_diagnostic_math
  UNION ALL
  SELECT
    'year_to_date_window' AS source_table,
    w.subject AS subject,
    'Overall scale score' AS result_name,
    w.overall_score AS score,
    w.overall_placement AS score_text,
    w.percentile AS percentile,
    w.student_id AS student_id,
    w.completion_date AS completion_date,
    w.grade_level AS grade_level,
    w.school_name AS school_name,
    w.rush_flag AS rush_flag,
    CAST(NULL AS BOOLEAN) AS is_baseline,
    CAST(TRUE AS BOOLEAN) AS is_most_recent,
    w.source_key AS source_key,
    w.batch_id AS batch_id,
    w.record_no AS record_no,
    w.as_of AS as_of,
    w.change_no AS change_no,
    w.known_from AS known_from,
    w.known_basis AS known_basis,
    w.is_current AS is_current,
    w.is_deleted AS is_deleted
  FROM iready_year_to_date_window AS w
  LEFT JOIN known_diagnostics AS k
    ON k.student_id = w.student_id AND k.subject = w.subject AND k.completion_date = w.completion_date
  WHERE
    k.student_id IS NULL AND NOT w.completion_date IS NULL
)
SELECT
  CAST('iready_student' AS TEXT) AS id_system,
  CAST(results.student_id AS TEXT) AS student_id,
  CAST('i-Ready Diagnostic' AS TEXT) AS assessment,
  CAST(results.subject AS TEXT) AS subject,
  CAST(results.completion_date AS DATE) AS administered_on,
  CAST(results.result_name AS TEXT) AS result_name,
  CAST(results.score AS DOUBLE) AS score,
  CAST(results.score_text AS TEXT) AS score_text,
  CAST(NULL AS DOUBLE) AS standard_error,
  CAST(results.percentile AS DOUBLE) AS percentile,
  CAST(results.grade_level AS TEXT) AS grade_level,
  CAST('name:' || LOWER(TRIM(results.school_name)) AS TEXT) AS source_school_id,
  CAST(CASE
    WHEN results.rush_flag = 'Red Rush Flag'
    THEN 'rushed'
    WHEN results.is_baseline
    THEN 'baseline'
    WHEN results.is_most_recent
    THEN 'most_recent'
  END AS TEXT) AS attempt_status,
  CAST('iready' AS TEXT) AS module,
  CAST(results.source_table AS TEXT) AS source_table,
  CAST(results.source_key AS TEXT) AS source_key,
  CAST(results.batch_id AS TEXT) AS batch_id,
  CAST(results.record_no AS BIGINT) AS record_no,
  CAST(results.as_of AS TIMESTAMP) AS as_of,
  CAST(results.change_no AS BIGINT) AS change_no,
  CAST(results.known_from AS DATE) AS known_from,
  CAST(results.known_basis AS TEXT) AS known_basis,
  CAST(results.is_current AS BOOLEAN) AS is_current,
  CAST(results.is_deleted AS BOOLEAN) AS is_deleted
FROM results AS results
WHERE
  NOT results.score IS NULL OR NOT results.score_text IS NULL
