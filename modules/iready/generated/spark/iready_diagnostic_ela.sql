-- Generated from modules/iready/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_iready_diagnostic_ela.student_id AS student_id,
    staged_iready_diagnostic_ela.student_state_id AS student_state_id,
    staged_iready_diagnostic_ela.grade_level AS grade_level,
    staged_iready_diagnostic_ela.academic_year AS academic_year,
    staged_iready_diagnostic_ela.school_name AS school_name,
    staged_iready_diagnostic_ela.enrolled AS enrolled,
    staged_iready_diagnostic_ela.sex AS sex,
    staged_iready_diagnostic_ela.hispanic_or_latino AS hispanic_or_latino,
    staged_iready_diagnostic_ela.race AS race,
    staged_iready_diagnostic_ela.english_learner AS english_learner,
    staged_iready_diagnostic_ela.special_education AS special_education,
    staged_iready_diagnostic_ela.economic_disadvantage AS economic_disadvantage,
    staged_iready_diagnostic_ela.migrant AS migrant,
    staged_iready_diagnostic_ela.start_date AS start_date,
    staged_iready_diagnostic_ela.completion_date AS completion_date,
    staged_iready_diagnostic_ela.norming_window AS norming_window,
    staged_iready_diagnostic_ela.is_baseline AS is_baseline,
    staged_iready_diagnostic_ela.is_most_recent AS is_most_recent,
    staged_iready_diagnostic_ela.minutes AS minutes,
    staged_iready_diagnostic_ela.rush_flag AS rush_flag,
    staged_iready_diagnostic_ela.overall_score AS overall_score,
    staged_iready_diagnostic_ela.overall_placement AS overall_placement,
    staged_iready_diagnostic_ela.overall_relative_placement AS overall_relative_placement,
    staged_iready_diagnostic_ela.percentile AS percentile,
    staged_iready_diagnostic_ela.lexile_measure AS lexile_measure,
    staged_iready_diagnostic_ela.phonological_awareness_score AS phonological_awareness_score,
    staged_iready_diagnostic_ela.phonological_awareness_placement AS phonological_awareness_placement,
    staged_iready_diagnostic_ela.phonics_score AS phonics_score,
    staged_iready_diagnostic_ela.phonics_placement AS phonics_placement,
    staged_iready_diagnostic_ela.high_frequency_words_score AS high_frequency_words_score,
    staged_iready_diagnostic_ela.high_frequency_words_placement AS high_frequency_words_placement,
    staged_iready_diagnostic_ela.vocabulary_score AS vocabulary_score,
    staged_iready_diagnostic_ela.vocabulary_placement AS vocabulary_placement,
    staged_iready_diagnostic_ela.comprehension_score AS comprehension_score,
    staged_iready_diagnostic_ela.comprehension_placement AS comprehension_placement,
    staged_iready_diagnostic_ela.literature_score AS literature_score,
    staged_iready_diagnostic_ela.literature_placement AS literature_placement,
    staged_iready_diagnostic_ela.informational_text_score AS informational_text_score,
    staged_iready_diagnostic_ela.informational_text_placement AS informational_text_placement,
    staged_iready_diagnostic_ela.diagnostic_language AS diagnostic_language,
    staged_iready_diagnostic_ela.annual_typical_growth AS annual_typical_growth,
    staged_iready_diagnostic_ela.annual_stretch_growth AS annual_stretch_growth,
    staged_iready_diagnostic_ela.mid_on_grade_score AS mid_on_grade_score,
    staged_iready_diagnostic_ela.batch_id AS batch_id,
    staged_iready_diagnostic_ela.record_no AS record_no,
    staged_iready_diagnostic_ela.as_of AS as_of,
    staged_iready_diagnostic_ela.change_no AS change_no,
    staged_iready_diagnostic_ela.known_from AS known_from,
    staged_iready_diagnostic_ela.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_iready_diagnostic_ela AS staged_iready_diagnostic_ela
), compared AS (
  SELECT
    delivered.student_id AS student_id,
    delivered.student_state_id AS student_state_id,
    delivered.grade_level AS grade_level,
    delivered.academic_year AS academic_year,
    delivered.school_name AS school_name,
    delivered.enrolled AS enrolled,
    delivered.sex AS sex,
    delivered.hispanic_or_latino AS hispanic_or_latino,
    delivered.race AS race,
    delivered.english_learner AS english_learner,
    delivered.special_education AS special_education,
    delivered.economic_disadvantage AS economic_disadvantage,
    delivered.migrant AS migrant,
    delivered.start_date AS start_date,
    delivered.completion_date AS completion_date,
    delivered.norming_window AS norming_window,
    delivered.is_baseline AS is_baseline,
    delivered.is_most_recent AS is_most_recent,
    delivered.minutes AS minutes,
    delivered.rush_flag AS rush_flag,
    delivered.overall_score AS overall_score,
    delivered.overall_placement AS overall_placement,
    delivered.overall_relative_placement AS overall_relative_placement,
    delivered.percentile AS percentile,
    delivered.lexile_measure AS lexile_measure,
    delivered.phonological_awareness_score AS phonological_awareness_score,
    delivered.phonological_awareness_placement AS phonological_awareness_placement,
    delivered.phonics_score AS phonics_score,
    delivered.phonics_placement AS phonics_placement,
    delivered.high_frequency_words_score AS high_frequency_words_score,
    delivered.high_frequency_words_placement AS high_frequency_words_placement,
    delivered.vocabulary_score AS vocabulary_score,
    delivered.vocabulary_placement AS vocabulary_placement,
    delivered.comprehension_score AS comprehension_score,
    delivered.comprehension_placement AS comprehension_placement,
    delivered.literature_score AS literature_score,
    delivered.literature_placement AS literature_placement,
    delivered.informational_text_score AS informational_text_score,
    delivered.informational_text_placement AS informational_text_placement,
    delivered.diagnostic_language AS diagnostic_language,
    delivered.annual_typical_growth AS annual_typical_growth,
    delivered.annual_stretch_growth AS annual_stretch_growth,
    delivered.mid_on_grade_score AS mid_on_grade_score,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    CASE
      WHEN delivered.is_deleted IS NOT DISTINCT FROM LAG(delivered.is_deleted) OVER versions
      AND delivered.student_state_id IS NOT DISTINCT FROM LAG(delivered.student_state_id) OVER versions
      AND delivered.grade_level IS NOT DISTINCT FROM LAG(delivered.grade_level) OVER versions
      AND delivered.academic_year IS NOT DISTINCT FROM LAG(delivered.academic_year) OVER versions
      AND delivered.school_name IS NOT DISTINCT FROM LAG(delivered.school_name) OVER versions
      AND delivered.enrolled IS NOT DISTINCT FROM LAG(delivered.enrolled) OVER versions
      AND delivered.sex IS NOT DISTINCT FROM LAG(delivered.sex) OVER versions
      AND delivered.hispanic_or_latino IS NOT DISTINCT FROM LAG(delivered.hispanic_or_latino) OVER versions
      AND delivered.race IS NOT DISTINCT FROM LAG(delivered.race) OVER versions
      AND delivered.english_learner IS NOT DISTINCT FROM LAG(delivered.english_learner) OVER versions
      AND delivered.special_education IS NOT DISTINCT FROM LAG(delivered.special_education) OVER versions
      AND delivered.economic_disadvantage IS NOT DISTINCT FROM LAG(delivered.economic_disadvantage) OVER versions
      AND delivered.migrant IS NOT DISTINCT FROM LAG(delivered.migrant) OVER versions
      AND delivered.norming_window IS NOT DISTINCT FROM LAG(delivered.norming_window) OVER versions
      AND delivered.is_baseline IS NOT DISTINCT FROM LAG(delivered.is_baseline) OVER versions
      AND delivered.is_most_recent IS NOT DISTINCT FROM LAG(delivered.is_most_recent) OVER versions
      AND delivered.rush_flag IS NOT DISTINCT FROM LAG(delivered.rush_flag) OVER versions
      AND delivered.overall_placement IS NOT DISTINCT FROM LAG(delivered.overall_placement) OVER versions
      AND delivered.overall_relative_placement IS NOT DISTINCT FROM LAG(delivered.overall_relative_placement) OVER versions
      AND delivered.percentile IS NOT DISTINCT FROM LAG(delivered.percentile) OVER versions
      AND delivered.lexile_measure IS NOT DISTINCT FROM LAG(delivered.lexile_measure) OVER versions
      AND delivered.phonological_awareness_score IS NOT DISTINCT FROM LAG(delivered.phonological_awareness_score) OVER versions
      AND delivered.phonological_awareness_placement IS NOT DISTINCT FROM LAG(delivered.phonological_awareness_placement) OVER versions
      AND delivered.phonics_score IS NOT DISTINCT FROM LAG(delivered.phonics_score) OVER versions
      AND delivered.phonics_placement IS NOT DISTINCT FROM LAG(delivered.phonics_placement) OVER versions
      AND delivered.high_frequency_words_score IS NOT DISTINCT FROM LAG(delivered.high_frequency_words_score) OVER versions
      AND delivered.high_frequency_words_placement IS NOT DISTINCT FROM LAG(delivered.high_frequency_words_placement) OVER versions
      AND delivered.vocabulary_score IS NOT DISTINCT FROM LAG(delivered.vocabulary_score) OVER versions
      AND delivered.vocabulary_placement IS NOT DISTINCT FROM LAG(delivered.vocabulary_placement) OVER versions
      AND delivered.comprehension_score IS NOT DISTINCT FROM LAG(delivered.comprehension_score) OVER versions
      AND delivered.comprehension_placement IS NOT DISTINCT FROM LAG(delivered.comprehension_placement) OVER versions
      AND delivered.literature_score IS NOT DISTINCT FROM LAG(delivered.literature_score) OVER versions
      AND delivered.literature_placement IS NOT DISTINCT FROM LAG(delivered.literature_placement) OVER versions
      AND delivered.informational_text_score IS NOT DISTINCT FROM LAG(delivered.informational_text_score) OVER versions
      AND delivered.informational_text_placement IS NOT DISTINCT FROM LAG(delivered.informational_text_placement) OVER versions
      AND delivered.diagnostic_language IS NOT DISTINCT FROM LAG(delivered.diagnostic_language) OVER versions
      AND delivered.annual_typical_growth IS NOT DISTINCT FROM LAG(delivered.annual_typical_growth) OVER versions
      AND delivered.annual_stretch_growth IS NOT DISTINCT FROM LAG(delivered.annual_stretch_growth) OVER versions
      AND delivered.mid_on_grade_score IS NOT DISTINCT FROM LAG(delivered.mid_on_grade_score) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.student_id, delivered.start_date, delivered.completion_date, delivered.minutes, delivered.overall_score
    ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.student_id AS student_id,
    compared.student_state_id AS student_state_id,
    compared.grade_level AS grade_level,
    compared.academic_year AS academic_year,
    compared.school_name AS school_name,
    compared.enrolled AS enrolled,
    compared.sex AS sex,
    compared.hispanic_or_latino AS hispanic_or_latino,
    compared.race AS race,
    compared.english_learner AS english_learner,
    compared.special_education AS special_education,
    compared.economic_disadvantage AS economic_disadvantage,
    compared.migrant AS migrant,
    compared.start_date AS start_date,
    compared.completion_date AS completion_date,
    compared.norming_window AS norming_window,
    compared.is_baseline AS is_baseline,
    compared.is_most_recent AS is_most_recent,
    compared.minutes AS minutes,
    compared.rush_flag AS rush_flag,
    compared.overall_score AS overall_score,
    compared.overall_placement AS overall_placement,
    compared.overall_relative_placement AS overall_relative_placement,
    compared.percentile AS percentile,
    compared.lexile_measure AS lexile_measure,
    compared.phonological_awareness_score AS phonological_awareness_score,
    compared.phonological_awareness_placement AS phonological_awareness_placement,
    compared.phonics_score AS phonics_score,
    compared.phonics_placement AS phonics_placement,
    compared.high_frequency_words_score AS high_frequency_words_score,
    compared.high_frequency_words_placement AS high_frequency_words_placement,
    compared.vocabulary_score AS vocabulary_score,
    compared.vocabulary_placement AS vocabulary_placement,
    compared.comprehension_score AS comprehension_score,
    compared.comprehension_placement AS comprehension_placement,
    compared.literature_score AS literature_score,
    compared.literature_placement AS literature_placement,
    compared.informational_text_score AS informational_text_score,
    compared.informational_text_placement AS informational_text_placement,
    compared.diagnostic_language AS diagnostic_language,
    compared.annual_typical_growth AS annual_typical_growth,
    compared.annual_stretch_growth AS annual_stretch_growth,
    compared.mid_on_grade_score AS mid_on_grade_score,
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
      PARTITION BY compared.student_id, compared.start_date, compared.completion_date, compared.minutes, compared.overall_score
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.student_id AS student_id,
    runs.student_state_id AS student_state_id,
    runs.grade_level AS grade_level,
    runs.academic_year AS academic_year,
    runs.school_name AS school_name,
    runs.enrolled AS enrolled,
    runs.sex AS sex,
    runs.hispanic_or_latino AS hispanic_or_latino,
    runs.race AS race,
    runs.english_learner AS english_learner,
    runs.special_education AS special_education,
    runs.economic_disadvantage AS economic_disadvantage,
    runs.migrant AS migrant,
    runs.start_date AS start_date,
    runs.completion_date AS completion_date,
    runs.norming_window AS norming_window,
    runs.is_baseline AS is_baseline,
    runs.is_most_recent AS is_most_recent,
    runs.minutes AS minutes,
    runs.rush_flag AS rush_flag,
    runs.overall_score AS overall_score,
    runs.overall_placement AS overall_placement,
    runs.overall_relative_placement AS overall_relative_placement,
    runs.percentile AS percentile,
    runs.lexile_measure AS lexile_measure,
    runs.phonological_awareness_score AS phonological_awareness_score,
    runs.phonological_awareness_placement AS phonological_awareness_placement,
    runs.phonics_score AS phonics_score,
    runs.phonics_placement AS phonics_placement,
    runs.high_frequency_words_score AS high_frequency_words_score,
    runs.high_frequency_words_placement AS high_frequency_words_placement,
    runs.vocabulary_score AS vocabulary_score,
    runs.vocabulary_placement AS vocabulary_placement,
    runs.comprehension_score AS comprehension_score,
    runs.comprehension_placement AS comprehension_placement,
    runs.literature_score AS literature_score,
    runs.literature_placement AS literature_placement,
    runs.informational_text_score AS informational_text_score,
    runs.informational_text_placement AS informational_text_placement,
    runs.diagnostic_language AS diagnostic_language,
    runs.annual_typical_growth AS annual_typical_growth,
    runs.annual_stretch_growth AS annual_stretch_growth,
    runs.mid_on_grade_score AS mid_on_grade_score,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (
      PARTITION BY runs.student_id, runs.start_date, runs.completion_date, runs.minutes, runs.overall_score, runs.run_no
    ) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.student_id, runs.start_date, runs.completion_date, runs.minutes, runs.overall_score, runs.run_no
      ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.student_id AS student_id,
    learned.student_state_id AS student_state_id,
    learned.grade_level AS grade_level,
    learned.academic_year AS academic_year,
    learned.school_name AS school_name,
    learned.enrolled AS enrolled,
    learned.sex AS sex,
    learned.hispanic_or_latino AS hispanic_or_latino,
    learned.race AS race,
    learned.english_learner AS english_learner,
    learned.special_education AS special_education,
    learned.economic_disadvantage AS economic_disadvantage,
    learned.migrant AS migrant,
    learned.start_date AS start_date,
    learned.completion_date AS completion_date,
    learned.norming_window AS norming_window,
    learned.is_baseline AS is_baseline,
    learned.is_most_recent AS is_most_recent,
    learned.minutes AS minutes,
    learned.rush_flag AS rush_flag,
    learned.overall_score AS overall_score,
    learned.overall_placement AS overall_placement,
    learned.overall_relative_placement AS overall_relative_placement,
    learned.percentile AS percentile,
    learned.lexile_measure AS lexile_measure,
    learned.phonological_awareness_score AS phonological_awareness_score,
    learned.phonological_awareness_placement AS phonological_awareness_placement,
    learned.phonics_score AS phonics_score,
    learned.phonics_placement AS phonics_placement,
    learned.high_frequency_words_score AS high_frequency_words_score,
    learned.high_frequency_words_placement AS high_frequency_words_placement,
    learned.vocabulary_score AS vocabulary_score,
    learned.vocabulary_placement AS vocabulary_placement,
    learned.comprehension_score AS comprehension_score,
    learned.comprehension_placement AS comprehension_placement,
    learned.literature_score AS literature_score,
    learned.literature_placement AS literature_placement,
    learned.informational_text_score AS informational_text_score,
    learned.informational_text_placement AS informational_text_placement,
    learned.diagnostic_language AS diagnostic_language,
    learned.annual_typical_growth AS annual_typical_growth,
    learned.annual_stretch_growth AS annual_stretch_growth,
    learned.mid_on_grade_score AS mid_on_grade_score,
    COALESCE(learned.student_id, '') || '|' || COALESCE(CAST(learned.start_date AS STRING), '') || '|' || COALESCE(CAST(learned.completion_date AS STRING), '') || '|' || COALESCE(CAST(learned.minutes AS STRING), '') || '|' || COALESCE(CAST(learned.overall_score AS STRING), '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (
      PARTITION BY learned.student_id, learned.start_date, learned.completion_date, learned.minutes, learned.overall_score
      ORDER BY learned.version_no NULLS LAST
    ) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.student_id AS student_id,
  history.student_state_id AS student_state_id,
  history.grade_level AS grade_level,
  history.academic_year AS academic_year,
  history.school_name AS school_name,
  history.enrolled AS enrolled,
  history.sex AS sex,
  history.hispanic_or_latino AS hispanic_or_latino,
  history.race AS race,
  history.english_learner AS english_learner,
  history.special_education AS special_education,
  history.economic_disadvantage AS economic_disadvantage,
  history.migrant AS migrant,
  history.start_date AS start_date,
  history.completion_date AS completion_date,
  history.norming_window AS norming_window,
  history.is_baseline AS is_baseline,
  history.is_most_recent AS is_most_recent,
  history.minutes AS minutes,
  history.rush_flag AS rush_flag,
  history.overall_score AS overall_score,
  history.overall_placement AS overall_placement,
  history.overall_relative_placement AS overall_relative_placement,
  history.percentile AS percentile,
  history.lexile_measure AS lexile_measure,
  history.phonological_awareness_score AS phonological_awareness_score,
  history.phonological_awareness_placement AS phonological_awareness_placement,
  history.phonics_score AS phonics_score,
  history.phonics_placement AS phonics_placement,
  history.high_frequency_words_score AS high_frequency_words_score,
  history.high_frequency_words_placement AS high_frequency_words_placement,
  history.vocabulary_score AS vocabulary_score,
  history.vocabulary_placement AS vocabulary_placement,
  history.comprehension_score AS comprehension_score,
  history.comprehension_placement AS comprehension_placement,
  history.literature_score AS literature_score,
  history.literature_placement AS literature_placement,
  history.informational_text_score AS informational_text_score,
  history.informational_text_placement AS informational_text_placement,
  history.diagnostic_language AS diagnostic_language,
  history.annual_typical_growth AS annual_typical_growth,
  history.annual_stretch_growth AS annual_stretch_growth,
  history.mid_on_grade_score AS mid_on_grade_score,
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
