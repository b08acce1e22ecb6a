-- Generated from modules/nwea/assessment_result.sql; edit that file.
WITH results AS (
  SELECT
    'map_growth' AS source_table,
    'NWEA MAP Growth' AS assessment,
    nwea_map_growth.subject AS subject,
    nwea_map_growth.student_id AS student_id,
    nwea_map_growth.test_date AS test_date,
    'RIT score' AS result_name,
    nwea_map_growth.rit_score AS score,
    nwea_map_growth.achievement_quintile AS score_text,
    nwea_map_growth.standard_error AS standard_error,
    nwea_map_growth.percentile AS percentile,
    CAST(NULL AS STRING) AS grade_level,
    COALESCE(nwea_map_growth.school_state_id, 'name:' || LOWER(TRIM(nwea_map_growth.school_name))) AS source_school_id,
    CASE
      WHEN nwea_map_growth.is_growth_measure
      THEN 'growth_measure'
      WHEN NOT nwea_map_growth.is_growth_measure
      THEN 'other_attempt'
    END AS attempt_status,
    nwea_map_growth.source_key AS source_key,
    nwea_map_growth.batch_id AS batch_id,
    nwea_map_growth.record_no AS record_no,
    nwea_map_growth.as_of AS as_of,
    nwea_map_growth.change_no AS change_no,
    nwea_map_growth.known_from AS known_from,
    nwea_map_growth.known_basis AS known_basis,
    nwea_map_growth.is_current AS is_current,
    nwea_map_growth.is_deleted AS is_deleted
  FROM nwea_map_growth AS nwea_map_growth
  UNION ALL
  SELECT
    'map_growth' AS source_table,
    'NWEA MAP Growth' AS assessment,
    nwea_map_growth.subject AS subject,
    nwea_map_growth.student_id AS student_id,
    nwea_map_growth.test_date AS test_date,
    'Lexile measure' AS result_name,
    CASE
      WHEN nwea_map_growth.lexile_score RLIKE '^[0-9]+L?$'
      THEN CAST(REPLACE(nwea_map_growth.lexile_score, 'L', '') AS DOUBLE)
      WHEN nwea_map_growth.lexile_score RLIKE '^(BR|EM)[0-9]+L?$'
      THEN -1e0 * CAST(REPLACE(REPLACE(REPLACE(nwea_map_growth.lexile_score, 'BR', ''), 'EM', ''), 'L', '') AS DOUBLE)
    END AS score,
    nwea_map_growth.lexile_score AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    CAST(NULL AS DOUBLE) AS percentile,
    CAST(NULL AS STRING) AS grade_level,
    COALESCE(nwea_map_growth.school_state_id, 'name:' || LOWER(TRIM(nwea_map_growth.school_name))) AS source_school_id,
    CASE
      WHEN nwea_map_growth.is_growth_measure
      THEN 'growth_measure'
      WHEN NOT nwea_map_growth.is_growth_measure
      THEN 'other_attempt'
    END AS attempt_status,
    nwea_map_growth.source_key AS source_key,
    nwea_map_growth.batch_id AS batch_id,
    nwea_map_growth.record_no AS record_no,
    nwea_map_growth.as_of AS as_of,
    nwea_map_growth.change_no AS change_no,
    nwea_map_growth.known_from AS known_from,
    nwea_map_growth.known_basis AS known_basis,
    nwea_map_growth.is_current AS is_current,
    nwea_map_growth.is_deleted AS is_deleted
  FROM nwea_map_growth AS nwea_map_growth
  UNION ALL
  SELECT
    'map_growth' AS source_table,
    'NWEA MAP Growth' AS assessment,
    nwea_map_growth.subject AS subject,
    nwea_map_growth.student_id AS student_id,
    nwea_map_growth.test_date AS test_date,
    'Quantile measure' AS result_name,
    CASE
      WHEN nwea_map_growth.quantile_score RLIKE '^[0-9]+Q?$'
      THEN CAST(REPLACE(nwea_map_growth.quantile_score, 'Q', '') AS DOUBLE)
      WHEN nwea_map_growth.quantile_score RLIKE '^(BR|EM)[0-9]+Q?$'
      THEN -1e0 * CAST(REPLACE(REPLACE(REPLACE(nwea_map_growth.quantile_score, 'BR', ''), 'EM', ''), 'Q', '') AS DOUBLE)
    END AS score,
    nwea_map_growth.quantile_score AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    CAST(NULL AS DOUBLE) AS percentile,
    CAST(NULL AS STRING) AS grade_level,
    COALESCE(nwea_map_growth.school_state_id, 'name:' || LOWER(TRIM(nwea_map_growth.school_name))) AS source_school_id,
    CASE
      WHEN nwea_map_growth.is_growth_measure
      THEN 'growth_measure'
      WHEN NOT nwea_map_growth.is_growth_measure
      THEN 'other_attempt'
    END AS attempt_status,
    nwea_map_growth.source_key AS source_key,
    nwea_map_growth.batch_id AS batch_id,
    nwea_map_growth.record_no AS record_no,
    nwea_map_growth.as_of AS as_of,
    nwea_map_growth.change_no AS change_no,
    nwea_map_growth.known_from AS known_from,
    nwea_map_growth.known_basis AS known_basis,
    nwea_map_growth.is_current AS is_current,
    nwea_map_growth.is_deleted AS is_deleted
  FROM nwea_map_growth AS nwea_map_growth
  UNION ALL
  SELECT
    'map_growth' AS source_table,
    'NWEA MAP Growth' AS assessment,
    nwea_map_growth.subject AS subject,
    nwea_map_growth.student_id AS student_id,
    nwea_map_growth.test_date AS test_date,
    'Fall to winter growth percentile' AS result_name,
    nwea_map_growth.fall_to_winter_percentile AS score,
    CAST(NULL AS STRING) AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    nwea_map_growth.fall_to_winter_percentile AS percentile,
    CAST(NULL AS STRING) AS grade_level,
    COALESCE(nwea_map_growth.school_state_id, 'name:' || LOWER(TRIM(nwea_map_growth.school_name))) AS source_school_id,
    CASE
      WHEN nwea_map_growth.is_growth_measure
      THEN 'growth_measure'
      WHEN NOT nwea_map_growth.is_growth_measure
      THEN 'other_attempt'
    END AS attempt_status,
    nwea_map_growth.source_key AS source_key,
    nwea_map_growth.batch_id AS batch_id,
    nwea_map_growth.record_no AS record_no,
    nwea_map_growth.as_of AS as_of,
    nwea_map_growth.change_no AS change_no,
    nwea_map_growth.known_from AS known_from,
    nwea_map_growth.known_basis AS known_basis,
    nwea_map_growth.is_current AS is_current,
    nwea_map_growth.is_deleted AS is_deleted
  FROM nwea_map_growth AS nwea_map_growth
  UNION ALL
  SELECT
    'map_growth' AS source_table,
    'NWEA MAP Growth' AS assessment,
    nwea_map_growth.subject AS subject,
    nwea_map_growth.student_id AS student_id,
    nwea_map_growth.test_date AS test_date,
    'Fall to spring growth percentile' AS result_name,
    nwea_map_growth.fall_to_spring_percentile AS score,
    CAST(NULL AS STRING) AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    nwea_map_growth.fall_to_spring_percentile AS percentile,
    CAST(NULL AS STRING) AS grade_level,
    COALESCE(nwea_map_growth.school_state_id, 'name:' || LOWER(TRIM(nwea_map_growth.school_name))) AS source_school_id,
    CASE
      WHEN nwea_map_growth.is_growth_measure
      THEN 'growth_measure'
      WHEN NOT nwea_map_growth.is_growth_measure
      THEN 'other_attempt'
    END AS attempt_status,
    nwea_map_growth.source_key AS source_key,
    nwea_map_growth.batch_id AS batch_id,
    nwea_map_growth.record_no AS record_no,
    nwea_map_growth.as_of AS as_of,
    nwea_map_growth.change_no AS change_no,
    nwea_map_growth.known_from AS known_from,
    nwea_map_growth.known_basis AS known_basis,
    nwea_map_growth.is_current AS is_current,
    nwea_map_growth.is_deleted AS is_deleted
  FROM nwea_map_growth AS nwea_map_growth
  UNION ALL
  SELECT
    'map_growth' AS source_table,
    'NWEA MAP Growth' AS assessment,
    nwea_map_growth.subject AS subject,
    nwea_map_growth.student_id AS student_id,
    nwea_map_growth.test_date AS test_date,
    'Winter to spring growth percentile' AS result_name,
    nwea_map_growth.winter_to_spring_percentile AS score,
    CAST(NULL AS STRING) AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    nwea_map_growth.winter_to_spring_percentile AS percentile,
    CAST(NULL AS STRING) AS grade_level,
    COALESCE(nwea_map_growth.school_state_id, 'name:' || LOWER(TRIM(nwea_map_growth.school_name))) AS source_school_id,
    CASE
      WHEN nwea_map_growth.is_growth_measure
      THEN 'growth_measure'
      WHEN NOT nwea_map_growth.is_growth_measure
      THEN 'other_attempt'
    END AS attempt_status,
    nwea_map_growth.source_key AS source_key,
    nwea_map_growth.batch_id AS batch_id,
    nwea_map_growth.record_no AS record_no,
    nwea_map_growth.as_of AS as_of,
    nwea_map_growth.change_no AS change_no,
    nwea_map_growth.known_from AS known_from,
    nwea_map_growth.known_basis AS known_basis,
    nwea_map_growth.is_current AS is_current,
    nwea_map_growth.is_deleted AS is_deleted
  FROM nwea_map_growth AS nwea_map_growth
  UNION ALL
  SELECT
    'map_growth' AS source_table,
    'NWEA MAP Growth' AS assessment,
    nwea_map_growth.subject AS subject,
    nwea_map_growth.student_id AS student_id,
    nwea_map_growth.test_date AS test_date,
    'Fall to fall growth percentile' AS result_name,
    nwea_map_growth.fall_to_fall_percentile AS score,
    CAST(NULL AS STRING) AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    nwea_map_growth.fall_to_fall_percentile AS percentile,
    CAST(NULL AS STRING) AS grade_level,
    COALESCE(nwea_map_growth.school_state_id, 'name:' || LOWER(TRIM(nwea_map_growth.school_name))) AS source_school_id,
    CASE
      WHEN nwea_map_growth.is_growth_measure
      THEN 'growth_measure'
      WHEN NOT nwea_map_growth.is_growth_measure
      THEN 'other_attempt'
    END AS attempt_status,
    nwea_map_growth.source_key AS source_key,
    nwea_map_growth.batch_id AS batch_id,
    nwea_map_growth.record_no AS record_no,
    nwea_map_growth.as_of AS as_of,
    nwea_map_growth.change_no AS change_no,
    nwea_map_growth.known_from AS known_from,
    nwea_map_growth.known_basis AS known_basis,
    nwea_map_growth.is_current AS is_current,
    nwea_map_growth.is_deleted AS is_deleted
  FROM nwea_map_growth AS nwea_map_growth
  UNION ALL
  SELECT
    'map_fluency' AS source_table,
    'NWEA MAP Reading Fluency' AS assessment,
    'Reading' AS subject,
    nwea_map_fluency.student_id AS student_id,
    nwea_map_fluency.test_date AS test_date,
    'Phonological awareness' AS result_name,
    nwea_map_fluency.phonological_score AS score,
    nwea_map_fluency.phonological_level AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    nwea_map_fluency.phonological_percentile AS percentile,
    nwea_map_fluency.grade_level AS grade_level,
    'name:' || LOWER(TRIM(nwea_map_fluency.school_name)) AS source_school_id,
    CAST(NULL AS STRING) AS attempt_status,
    nwea_map_fluency.source_key AS source_key,
    nwea_map_fluency.batch_id AS batch_id,
    nwea_map_fluency.record_no AS record_no,
    nwea_map_fluency.as_of AS as_of,
    nwea_map_fluency.change_no AS change_no,
    nwea_map_fluency.known_from AS known_from,
    nwea_map_fluency.known_basis AS known_basis,
    nwea_map_fluency.is_current AS is_current,
    nwea_map_fluency.is_deleted AS is_deleted
  FROM nwea_map_fluency AS nwea_map_fluency
  UNION ALL
  SELECT
    'map_fluency' AS source_table,
    'NWEA MAP Reading Fluency' AS assessment,
    'Reading' AS subject,
    nwea_map_fluency.student_id AS student_id,
    nwea_map_fluency.test_date AS test_date,
    'Phonics and word recognition' AS result_name,
    nwea_map_fluency.phonics_score AS score,
    nwea_map_fluency.phonics_level AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    nwea_map_fluency.phonics_percentile AS percentile,
    nwea_map_fluency.grade_level AS grade_level,
    'name:' || LOWER(TRIM(nwea_map_fluency.school_name)) AS source_school_id,
    CAST(NULL AS STRING) AS attempt_status,
    nwea_map_fluency.source_key AS source_key,
    nwea_map_fluency.batch_id AS batch_id,
    nwea_map_fluency.record_no AS record_no,
    nwea_map_fluency.as_of AS as_of,
    nwea_map_fluency.change_no AS change_no,
    nwea_map_fluency.known_from AS known_from,
    nwea_map_fluency.known_basis AS known_basis,
    nwea_map_fluency.is_current AS is_current,
    nwea_map_fluency.is_deleted AS is_deleted
  FROM nwea_map_fluency AS nwea_map_fluency
  UNION ALL
  SELECT
    'map_fluency' AS source_table,
    'NWEA MAP Reading Fluency' AS assessment,
    'Reading' AS subject,
    nwea_map_fluency.student_id AS student_id,
    nwea_map_fluency.test_date AS test_date,
    'Language comprehension' AS result_name,
    nwea_map_fluency.language_score AS score,
    CAST(NULL AS STRING) AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    nwea_map_fluency.language_percentile AS percentile,
    nwea_map_fluency.grade_level AS grade_level,
    'name:' || LOWER(TRIM(nwea_map_fluency.school_name)) AS source_school_id,
    CAST(NULL AS STRING) AS attempt_status,
    nwea_map_fluency.source_key AS source_key,
    nwea_map_fluency.batch_id AS batch_id,
    nwea_map_fluency.record_no AS record_no,
    nwea_map_fluency.as_of AS as_of,
    nwea_map_fluency.change_no AS change_no,
    nwea_map_fluency.known_from AS known_from,
    nwea_map_fluency.known_basis AS known_basis,
    nwea_map_fluency.is_current AS is_current,
    nwea_map_fluency.is_deleted AS is_deleted
  FROM nwea_map_fluency AS nwea_map_fluency
  UNION ALL
  SELECT
    'map_fluency' AS source_table,
    'NWEA MAP Reading Fluency' AS assessment,
    'Reading' AS subject,
    nwea_map_fluency.student_id AS student_id,
    nwea_map_fluency.test_date AS test_date,
    'Listening comprehension' AS result_name,
    CAST(NULL AS DOUBLE) AS score,
    nwea_map_fluency.listening_level AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    CAST(NULL AS DOUBLE) AS percentile,
    nwea_map_fluency.grade_level AS grade_level,
    'name:' || LOWER(TRIM(nwea_map_fluency.school_name)) AS source_school_id,
    CAST(NULL AS STRING) AS attempt_status,
    nwea_map_fluency.source_key AS source_key,
    nwea_map_fluency.batch_id AS batch_id,
    nwea_map_fluency.record_no AS record_no,
    nwea_map_fluency.as_of AS as_of,
    nwea_map_fluency.change_no AS change_no,
    nwea_map_fluency.known_from AS known_from,
    nwea_map_fluency.known_basis AS known_basis,
    nwea_map_fluency.is_current AS is_current,
    nwea_map_fluency.is_deleted AS is_deleted
  FROM nwea_map_fluency AS nwea_map_fluency
  UNION ALL
  SELECT
    'map_fluency' AS source_table,
    'NWEA MAP Reading Fluency' AS assessment,
    'Reading' AS subject,
    nwea_map_fluency.student_id AS student_id,
    nwea_map_fluency.test_date AS test_date,
    'Picture vocabulary' AS result_name,
    CAST(NULL AS DOUBLE) AS score,
    nwea_map_fluency.vocabulary_level AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    CAST(NULL AS DOUBLE) AS percentile,
    nwea_map_fluency.grade_level AS grade_level,
    'name:' || LOWER(TRIM(nwea_map_fluency.school_name)) AS source_school_id,
    CAST(NULL AS STRING) AS attempt_status,
    nwea_map_fluency.source_key AS source_key,
    nwea_map_fluency.batch_id AS batch_id,
    nwea_map_fluency.record_no AS record_no,
    nwea_map_fluency.as_of AS as_of,
    nwea_map_fluency.change_no AS change_no,
    nwea_map_fluency.known_from AS known_from,
    nwea_map_fluency.known_basis AS known_basis,
    nwea_map_fluency.is_current AS is_current,
    nwea_map_fluency.is_deleted AS is_deleted
  FROM nwea_map_fluency AS nwea_map_fluency
  UNION ALL
  SELECT
    'map_fluency' AS source_table,
    'NWEA MAP Reading Fluency' AS assessment,
    'Reading' AS subject,
    nwea_map_fluency.student_id AS student_id,
    nwea_map_fluency.test_date AS test_date,
    'Sentence reading fluency' AS result_name,
    CAST(NULL AS DOUBLE) AS score,
    nwea_map_fluency.sentence_level AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    CAST(NULL AS DOUBLE) AS percentile,
    nwea_map_fluency.grade_level AS grade_level,
    'name:' || LOWER(TRIM(nwea_map_fluency.school_name)) AS source_school_id,
    CAST(NULL AS STRING) AS attempt_status,
    nwea_map_fluency.source_key AS source_key,
    nwea_map_fluency.batch_id AS batch_id,
    nwea_map_fluency.record_no AS record_no,
    nwea_map_fluency.as_of AS as_of,
    nwea_map_fluency.change_no AS change_no,
    nwea_map_fluency.known_from AS known_from,
    nwea_map_fluency.known_basis AS known_basis,
    nwea_map_fluency.is_current AS is_current,
    nwea_map_fluency.is_deleted AS is_deleted
  FROM nwea_map_fluency AS nwea_map_fluency
  UNION ALL
  SELECT
    'map_fluency' AS source_table,
    'NWEA MAP Reading Fluency' AS assessment,
    'Reading' AS subject,
    nwea_map_fluency.student_id AS student_id,
    nwea_map_fluency.test_date AS test_date,
    'Oral reading words per minute' AS result_name,
    nwea_map_fluency.words_per_minute AS score,
    nwea_map_fluency.oral_rate_level AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    CAST(NULL AS DOUBLE) AS percentile,
    nwea_map_fluency.grade_level AS grade_level,
    'name:' || LOWER(TRIM(nwea_map_fluency.school_name)) AS source_school_id,
    CAST(NULL AS STRING) AS attempt_status,
    nwea_map_fluency.source_key AS source_key,
    nwea_map_fluency.batch_id AS batch_id,
    nwea_map_fluency.record_no AS record_no,
    nwea_map_fluency.as_of AS as_of,
    nwea_map_fluency.change_no AS change_no,
    nwea_map_fluency.known_from AS known_from,
    nwea_map_fluency.known_basis AS known_basis,
    nwea_map_fluency.is_current AS is_current,
    nwea_map_fluency.is_deleted AS is_deleted
  FROM nwea_map_fluency AS nwea_map_fluency
  UNION ALL
  SELECT
    'map_fluency' AS source_table,
    'NWEA MAP Reading Fluency' AS assessment,
    'Reading' AS subject,
    nwea_map_fluency.student_id AS student_id,
    nwea_map_fluency.test_date AS test_date,
    'Oral reading accuracy' AS result_name,
    nwea_map_fluency.accuracy AS score,
    nwea_map_fluency.accuracy_level AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    CAST(NULL AS DOUBLE) AS percentile,
    nwea_map_fluency.grade_level AS grade_level,
    'name:' || LOWER(TRIM(nwea_map_fluency.school_name)) AS source_school_id,
    CAST(NULL AS STRING) AS attempt_status,
    nwea_map_fluency.source_key AS source_key,
    nwea_map_fluency.batch_id AS batch_id,
    nwea_map_fluency.record_no AS record_no,
    nwea_map_fluency.as_of AS as_of,
    nwea_map_fluency.change_no AS change_no,
    nwea_map_fluency.known_from AS known_from,
    nwea_map_fluency.known_basis AS known_basis,
    nwea_map_fluency.is_current AS is_current,
    nwea_map_fluency.is_deleted AS is_deleted
  FROM nwea_map_fluency AS nwea_map_fluency
  UNION ALL
  SELECT
    'map_fluency' AS source_table,
    'NWEA MAP Reading Fluency' AS assessment,
    'Reading' AS subject,
    nwea_map_fluency.student_id AS student_id,
    nwea_map_fluency.test_date AS test_date,
    'Literal comprehension' AS result_name,
    CAST(NULL AS DOUBLE) AS score,
    nwea_map_fluency.literal_level AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    CAST(NULL AS DOUBLE) AS percentile,
    nwea_map_fluency.grade_level AS grade_level,
    'name:' || LOWER(TRIM(nwea_map_fluency.school_name)) AS source_school_id,
    CAST(NULL AS STRING) AS attempt_status,
    nwea_map_fluency.source_key AS source_key,
    nwea_map_fluency.batch_id AS batch_id,
    nwea_map_fluency.record_no AS record_no,
    nwea_map_fluency.as_of AS as_of,
    nwea_map_fluency.change_no AS change_no,
    nwea_map_fluency.known_from AS known_from,
    nwea_map_fluency.known_basis AS known_basis,
    nwea_map_fluency.is_current AS is_current,
    nwea_map_fluency.is_deleted AS is_deleted
  FROM nwea_map_fluency AS nwea_map_fluency
  UNION ALL
  SELECT
    'map_fluency' AS source_table,
    'NWEA MAP Reading Fluency' AS assessment,
    'Reading' AS subject,
    nwea_map_fluency.student_id AS student_id,
    nwea_map_fluency.test_date AS test_date,
    'Universal screener' AS result_name,
    CAST(NULL AS DOUBLE) AS score,
    nwea_map_fluency.screener_outcome AS score_text,
    CAST(NULL AS DOUBLE) AS standard_error,
    CAST(NULL AS DOUBLE) AS percentile,
    nwea_map_fluency.grade_level AS grade_level,
    'name:' || LOWER(TRIM(nwea_map_fluency.school_name)) AS source_school_id,
    CAST(NULL AS STRING) AS attempt_status,
    nwea_map_fluency.source_key AS source_key,
    nwea_map_fluency.batch_id AS batch_id,
    nwea_map_fluency.record_no AS record_no,
    nwea_map_fluency.as_of AS as_of,
    nwea_map_fluency.change_no AS change_no,
    nwea_map_fluency.known_from AS known_from,
    nwea_map_fluency.known_basis AS known_basis,
    nwea_map_fluency.is_current AS is_current,
    nwea_map_fluency.is_deleted AS is_deleted
  FROM nwea_map_fluency AS nwea_map_fluency
)
SELECT
  CAST('nwea_student' AS STRING) AS id_system,
  CAST(results.student_id AS STRING) AS student_id,
  CAST(results.assessment AS STRING) AS assessment,
  CAST(results.subject AS STRING) AS subject,
  CAST(results.test_date AS DATE) AS administered_on,
  CAST(results.result_name AS STRING) AS result_name,
  CAST(results.score AS DOUBLE) AS score,
  CAST(results.score_text AS STRING) AS score_text,
  CAST(results.standard_error AS DOUBLE) AS standard_error,
  CAST(results.percentile AS DOUBLE) AS percentile,
  CAST(CASE
    WHEN results.grade_level RLIKE '^[1-9]$'
    THEN LPAD(results.grade_level, 2, '0')
    WHEN LOWER(results.grade_level) IN ('k', 'kindergarten', '0')
    THEN 'KG'
    ELSE results.grade_level
  END AS STRING) AS grade_level,
  CAST(results.source_school_id AS STRING) AS source_school_id,
  CAST(results.attempt_status AS STRING) AS attempt_status,
  CAST('nwea' AS STRING) AS module,
  CAST(results.source_table AS STRING) AS source_table,
  CAST(results.source_key AS STRING) AS source_key,
  CAST(results.batch_id AS STRING) AS batch_id,
  CAST(results.record_no AS BIGINT) AS record_no,
  CAST(results.as_of AS TIMESTAMP) AS as_of,
  CAST(results.change_no AS BIGINT) AS change_no,
  CAST(results.known_from AS DATE) AS known_from,
  CAST(results.known_basis AS STRING) AS known_basis,
  CAST(results.is_current AS BOOLEAN) AS is_current,
  CAST(results.is_deleted AS BOOLEAN) AS is_deleted
FROM results AS results
WHERE
  NOT results.score IS NULL OR NOT results.score_text IS NULL
