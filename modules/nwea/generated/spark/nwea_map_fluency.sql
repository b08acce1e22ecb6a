-- Generated from modules/nwea/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_nwea_map_fluency.term_name AS term_name,
    staged_nwea_map_fluency.school_name AS school_name,
    staged_nwea_map_fluency.student_id AS student_id,
    staged_nwea_map_fluency.grade_level AS grade_level,
    staged_nwea_map_fluency.assigned_test AS assigned_test,
    staged_nwea_map_fluency.result_type AS result_type,
    staged_nwea_map_fluency.test_language AS test_language,
    staged_nwea_map_fluency.test_date AS test_date,
    staged_nwea_map_fluency.listening_level AS listening_level,
    staged_nwea_map_fluency.vocabulary_level AS vocabulary_level,
    staged_nwea_map_fluency.phonological_score AS phonological_score,
    staged_nwea_map_fluency.phonological_percentile AS phonological_percentile,
    staged_nwea_map_fluency.phonological_level AS phonological_level,
    staged_nwea_map_fluency.phonics_score AS phonics_score,
    staged_nwea_map_fluency.phonics_percentile AS phonics_percentile,
    staged_nwea_map_fluency.phonics_level AS phonics_level,
    staged_nwea_map_fluency.language_score AS language_score,
    staged_nwea_map_fluency.language_percentile AS language_percentile,
    staged_nwea_map_fluency.sentence_level AS sentence_level,
    staged_nwea_map_fluency.words_per_minute AS words_per_minute,
    staged_nwea_map_fluency.oral_rate_level AS oral_rate_level,
    staged_nwea_map_fluency.accuracy AS accuracy,
    staged_nwea_map_fluency.accuracy_level AS accuracy_level,
    staged_nwea_map_fluency.literal_level AS literal_level,
    staged_nwea_map_fluency.screener_outcome AS screener_outcome,
    staged_nwea_map_fluency.batch_id AS batch_id,
    staged_nwea_map_fluency.record_no AS record_no,
    staged_nwea_map_fluency.as_of AS as_of,
    staged_nwea_map_fluency.change_no AS change_no,
    staged_nwea_map_fluency.known_from AS known_from,
    staged_nwea_map_fluency.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_nwea_map_fluency AS staged_nwea_map_fluency
), compared AS (
  SELECT
    delivered.term_name AS term_name,
    delivered.school_name AS school_name,
    delivered.student_id AS student_id,
    delivered.grade_level AS grade_level,
    delivered.assigned_test AS assigned_test,
    delivered.result_type AS result_type,
    delivered.test_language AS test_language,
    delivered.test_date AS test_date,
    delivered.listening_level AS listening_level,
    delivered.vocabulary_level AS vocabulary_level,
    delivered.phonological_score AS phonological_score,
    delivered.phonological_percentile AS phonological_percentile,
    delivered.phonological_level AS phonological_level,
    delivered.phonics_score AS phonics_score,
    delivered.phonics_percentile AS phonics_percentile,
    delivered.phonics_level AS phonics_level,
    delivered.language_score AS language_score,
    delivered.language_percentile AS language_percentile,
    delivered.sentence_level AS sentence_level,
    delivered.words_per_minute AS words_per_minute,
    delivered.oral_rate_level AS oral_rate_level,
    delivered.accuracy AS accuracy,
    delivered.accuracy_level AS accuracy_level,
    delivered.literal_level AS literal_level,
    delivered.screener_outcome AS screener_outcome,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    CASE
      WHEN delivered.is_deleted IS NOT DISTINCT FROM LAG(delivered.is_deleted) OVER versions
      AND delivered.school_name IS NOT DISTINCT FROM LAG(delivered.school_name) OVER versions
      AND delivered.grade_level IS NOT DISTINCT FROM LAG(delivered.grade_level) OVER versions
      AND delivered.listening_level IS NOT DISTINCT FROM LAG(delivered.listening_level) OVER versions
      AND delivered.vocabulary_level IS NOT DISTINCT FROM LAG(delivered.vocabulary_level) OVER versions
      AND delivered.phonological_score IS NOT DISTINCT FROM LAG(delivered.phonological_score) OVER versions
      AND delivered.phonological_percentile IS NOT DISTINCT FROM LAG(delivered.phonological_percentile) OVER versions
      AND delivered.phonological_level IS NOT DISTINCT FROM LAG(delivered.phonological_level) OVER versions
      AND delivered.phonics_score IS NOT DISTINCT FROM LAG(delivered.phonics_score) OVER versions
      AND delivered.phonics_percentile IS NOT DISTINCT FROM LAG(delivered.phonics_percentile) OVER versions
      AND delivered.phonics_level IS NOT DISTINCT FROM LAG(delivered.phonics_level) OVER versions
      AND delivered.language_score IS NOT DISTINCT FROM LAG(delivered.language_score) OVER versions
      AND delivered.language_percentile IS NOT DISTINCT FROM LAG(delivered.language_percentile) OVER versions
      AND delivered.sentence_level IS NOT DISTINCT FROM LAG(delivered.sentence_level) OVER versions
      AND delivered.words_per_minute IS NOT DISTINCT FROM LAG(delivered.words_per_minute) OVER versions
      AND delivered.oral_rate_level IS NOT DISTINCT FROM LAG(delivered.oral_rate_level) OVER versions
      AND delivered.accuracy IS NOT DISTINCT FROM LAG(delivered.accuracy) OVER versions
      AND delivered.accuracy_level IS NOT DISTINCT FROM LAG(delivered.accuracy_level) OVER versions
      AND delivered.literal_level IS NOT DISTINCT FROM LAG(delivered.literal_level) OVER versions
      AND delivered.screener_outcome IS NOT DISTINCT FROM LAG(delivered.screener_outcome) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.student_id, delivered.term_name, delivered.assigned_test, delivered.result_type, delivered.test_language, delivered.test_date
    ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.term_name AS term_name,
    compared.school_name AS school_name,
    compared.student_id AS student_id,
    compared.grade_level AS grade_level,
    compared.assigned_test AS assigned_test,
    compared.result_type AS result_type,
    compared.test_language AS test_language,
    compared.test_date AS test_date,
    compared.listening_level AS listening_level,
    compared.vocabulary_level AS vocabulary_level,
    compared.phonological_score AS phonological_score,
    compared.phonological_percentile AS phonological_percentile,
    compared.phonological_level AS phonological_level,
    compared.phonics_score AS phonics_score,
    compared.phonics_percentile AS phonics_percentile,
    compared.phonics_level AS phonics_level,
    compared.language_score AS language_score,
    compared.language_percentile AS language_percentile,
    compared.sentence_level AS sentence_level,
    compared.words_per_minute AS words_per_minute,
    compared.oral_rate_level AS oral_rate_level,
    compared.accuracy AS accuracy,
    compared.accuracy_level AS accuracy_level,
    compared.literal_level AS literal_level,
    compared.screener_outcome AS screener_outcome,
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
      PARTITION BY compared.student_id, compared.term_name, compared.assigned_test, compared.result_type, compared.test_language, compared.test_date
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.term_name AS term_name,
    runs.school_name AS school_name,
    runs.student_id AS student_id,
    runs.grade_level AS grade_level,
    runs.assigned_test AS assigned_test,
    runs.result_type AS result_type,
    runs.test_language AS test_language,
    runs.test_date AS test_date,
    runs.listening_level AS listening_level,
    runs.vocabulary_level AS vocabulary_level,
    runs.phonological_score AS phonological_score,
    runs.phonological_percentile AS phonological_percentile,
    runs.phonological_level AS phonological_level,
    runs.phonics_score AS phonics_score,
    runs.phonics_percentile AS phonics_percentile,
    runs.phonics_level AS phonics_level,
    runs.language_score AS language_score,
    runs.language_percentile AS language_percentile,
    runs.sentence_level AS sentence_level,
    runs.words_per_minute AS words_per_minute,
    runs.oral_rate_level AS oral_rate_level,
    runs.accuracy AS accuracy,
    runs.accuracy_level AS accuracy_level,
    runs.literal_level AS literal_level,
    runs.screener_outcome AS screener_outcome,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (
      PARTITION BY runs.student_id, runs.term_name, runs.assigned_test, runs.result_type, runs.test_language, runs.test_date, runs.run_no
    ) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.student_id, runs.term_name, runs.assigned_test, runs.result_type, runs.test_language, runs.test_date, runs.run_no
      ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.term_name AS term_name,
    learned.school_name AS school_name,
    learned.student_id AS student_id,
    learned.grade_level AS grade_level,
    learned.assigned_test AS assigned_test,
    learned.result_type AS result_type,
    learned.test_language AS test_language,
    learned.test_date AS test_date,
    learned.listening_level AS listening_level,
    learned.vocabulary_level AS vocabulary_level,
    learned.phonological_score AS phonological_score,
    learned.phonological_percentile AS phonological_percentile,
    learned.phonological_level AS phonological_level,
    learned.phonics_score AS phonics_score,
    learned.phonics_percentile AS phonics_percentile,
    learned.phonics_level AS phonics_level,
    learned.language_score AS language_score,
    learned.language_percentile AS language_percentile,
    learned.sentence_level AS sentence_level,
    learned.words_per_minute AS words_per_minute,
    learned.oral_rate_level AS oral_rate_level,
    learned.accuracy AS accuracy,
    learned.accuracy_level AS accuracy_level,
    learned.literal_level AS literal_level,
    learned.screener_outcome AS screener_outcome,
    COALESCE(learned.student_id, '') || '|' || COALESCE(learned.term_name, '') || '|' || COALESCE(learned.assigned_test, '') || '|' || COALESCE(learned.result_type, '') || '|' || COALESCE(learned.test_language, '') || '|' || COALESCE(CAST(learned.test_date AS STRING), '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (
      PARTITION BY learned.student_id, learned.term_name, learned.assigned_test, learned.result_type, learned.test_language, learned.test_date
      ORDER BY learned.version_no NULLS LAST
    ) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.term_name AS term_name,
  history.school_name AS school_name,
  history.student_id AS student_id,
  history.grade_level AS grade_level,
  history.assigned_test AS assigned_test,
  history.result_type AS result_type,
  history.test_language AS test_language,
  history.test_date AS test_date,
  history.listening_level AS listening_level,
  history.vocabulary_level AS vocabulary_level,
  history.phonological_score AS phonological_score,
  history.phonological_percentile AS phonological_percentile,
  history.phonological_level AS phonological_level,
  history.phonics_score AS phonics_score,
  history.phonics_percentile AS phonics_percentile,
  history.phonics_level AS phonics_level,
  history.language_score AS language_score,
  history.language_percentile AS language_percentile,
  history.sentence_level AS sentence_level,
  history.words_per_minute AS words_per_minute,
  history.oral_rate_level AS oral_rate_level,
  history.accuracy AS accuracy,
  history.accuracy_level AS accuracy_level,
  history.literal_level AS literal_level,
  history.screener_outcome AS screener_outcome,
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
