-- Generated from modules/iready/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_iready_diagnostic_math.student_id AS student_id,
    staged_iready_diagnostic_math.student_state_id AS student_state_id,
    staged_iready_diagnostic_math.grade_level AS grade_level,
    staged_iready_diagnostic_math.academic_year AS academic_year,
    staged_iready_diagnostic_math.school_name AS school_name,
    staged_iready_diagnostic_math.enrolled AS enrolled,
    staged_iready_diagnostic_math.sex AS sex,
    staged_iready_diagnostic_math.hispanic_or_latino AS hispanic_or_latino,
    staged_iready_diagnostic_math.race AS race,
    staged_iready_diagnostic_math.english_learner AS english_learner,
    staged_iready_diagnostic_math.special_education AS special_education,
    staged_iready_diagnostic_math.economic_disadvantage AS economic_disadvantage,
    staged_iready_diagnostic_math.migrant AS migrant,
    staged_iready_diagnostic_math.start_date AS start_date,
    staged_iready_diagnostic_math.completion_date AS completion_date,
    staged_iready_diagnostic_math.norming_window AS norming_window,
    staged_iready_diagnostic_math.is_baseline AS is_baseline,
    staged_iready_diagnostic_math.is_most_recent AS is_most_recent,
    staged_iready_diagnostic_math.minutes AS minutes,
    staged_iready_diagnostic_math.rush_flag AS rush_flag,
    staged_iready_diagnostic_math.overall_score AS overall_score,
    staged_iready_diagnostic_math.overall_placement AS overall_placement,
    staged_iready_diagnostic_math.overall_relative_placement AS overall_relative_placement,
    staged_iready_diagnostic_math.percentile AS percentile,
    staged_iready_diagnostic_math.quantile_measure AS quantile_measure,
    staged_iready_diagnostic_math.number_and_operations_score AS number_and_operations_score,
    staged_iready_diagnostic_math.number_and_operations_placement AS number_and_operations_placement,
    staged_iready_diagnostic_math.algebra_score AS algebra_score,
    staged_iready_diagnostic_math.algebra_placement AS algebra_placement,
    staged_iready_diagnostic_math.measurement_and_data_score AS measurement_and_data_score,
    staged_iready_diagnostic_math.measurement_and_data_placement AS measurement_and_data_placement,
    staged_iready_diagnostic_math.geometry_score AS geometry_score,
    staged_iready_diagnostic_math.geometry_placement AS geometry_placement,
    staged_iready_diagnostic_math.diagnostic_language AS diagnostic_language,
    staged_iready_diagnostic_math.annual_typical_growth AS annual_typical_growth,
    staged_iready_diagnostic_math.annual_stretch_growth AS annual_stretch_growth,
    staged_iready_diagnostic_math.mid_on_grade_score AS mid_on_grade_score,
    staged_iready_diagnostic_math.batch_id AS batch_id,
    staged_iready_diagnostic_math.record_no AS record_no,
    staged_iready_diagnostic_math.as_of AS as_of,
    staged_iready_diagnostic_math.change_no AS change_no,
    staged_iready_diagnostic_math.known_from AS known_from,
    staged_iready_diagnostic_math.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_iready_diagnostic_math AS staged_iready_diagnostic_math
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
    delivered.quantile_measure AS quantile_measure,
    delivered.number_and_operations_score AS number_and_operations_score,
    delivered.number_and_operations_placement AS number_and_operations_placement,
    delivered.algebra_score AS algebra_score,
    delivered.algebra_placement AS algebra_placement,
    delivered.measurement_and_data_score AS measurement_and_data_score,
    delivered.measurement_and_data_placement AS measurement_and_data_placement,
    delivered.geometry_score AS geometry_score,
    delivered.geometry_placement AS geometry_placement,
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
      AND delivered.quantile_measure IS NOT DISTINCT FROM LAG(delivered.quantile_measure) OVER versions
      AND delivered.number_and_operations_score IS NOT DISTINCT FROM LAG(delivered.number_and_operations_score) OVER versions
      AND delivered.number_and_operations_placement IS NOT DISTINCT FROM LAG(delivered.number_and_operations_placement) OVER versions
      AND delivered.algebra_score IS NOT DISTINCT FROM LAG(delivered.algebra_score) OVER versions
      AND delivered.algebra_placement IS NOT DISTINCT FROM LAG(delivered.algebra_placement) OVER versions
      AND delivered.measurement_and_data_score IS NOT DISTINCT FROM LAG(delivered.measurement_and_data_score) OVER versions
      AND delivered.measurement_and_data_placement IS NOT DISTINCT FROM LAG(delivered.measurement_and_data_placement) OVER versions
      AND delivered.geometry_score IS NOT DISTINCT FROM LAG(delivered.geometry_score) OVER versions
      AND delivered.geometry_placement IS NOT DISTINCT FROM LAG(delivered.geometry_placement) OVER versions
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
    ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
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
    compared.quantile_measure AS quantile_measure,
    compared.number_and_operations_score AS number_and_operations_score,
    compared.number_and_operations_placement AS number_and_operations_placement,
    compared.algebra_score AS algebra_score,
    compared.algebra_placement AS algebra_placement,
    compared.measurement_and_data_score AS measurement_and_data_score,
    compared.measurement_and_data_placement AS measurement_and_data_placement,
    compared.geometry_score AS geometry_score,
    compared.geometry_placement AS geometry_placement,
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
      ORDER BY compared.version_no
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
    runs.quantile_measure AS quantile_measure,
    runs.number_and_operations_score AS number_and_operations_score,
    runs.number_and_operations_placement AS number_and_operations_placement,
    runs.algebra_score AS algebra_score,
    runs.algebra_placement AS algebra_placement,
    runs.measurement_and_data_score AS measurement_and_data_score,
    runs.measurement_and_data_placement AS measurement_and_data_placement,
    runs.geometry_score AS geometry_score,
    runs.geometry_placement AS geometry_placement,
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
      ORDER BY runs.known_from, runs.known_basis DESC
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
    learned.quantile_measure AS quantile_measure,
    learned.number_and_operations_score AS number_and_operations_score,
    learned.number_and_operations_placement AS number_and_operations_placement,
    learned.algebra_score AS algebra_score,
    learned.algebra_placement AS algebra_placement,
    learned.measurement_and_data_score AS measurement_and_data_score,
    learned.measurement_and_data_placement AS measurement_and_data_placement,
    learned.geometry_score AS geometry_score,
    learned.geometry_placement AS geometry_placement,
    learned.diagnostic_language AS diagnostic_language,
    learned.annual_typical_growth AS annual_typical_growth,
    learned.annual_stretch_growth AS annual_stretch_growth,
    learned.mid_on_grade_score AS mid_on_grade_score,
    COALESCE(learned.student_id, '') || '|' || COALESCE(CAST(learned.start_date AS TEXT), '') || '|' || COALESCE(CAST(learned.completion_date AS TEXT), '') || '|' || COALESCE(CAST(learned.minutes AS TEXT), '') || '|' || COALESCE(CAST(learned.overall_score AS TEXT), '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (
      PARTITION BY learned.student_id, learned.start_date, learned.completion_date, learned.minutes, learned.overall_score
      ORDER BY learned.version_no
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
  history.quantile_measure AS quantile_measure,
  history.number_and_operations_score AS number_and_operations_score,
  history.number_and_operations_placement AS number_and_operations_placement,
  history.algebra_score AS algebra_score,
  history.algebra_placement AS algebra_placement,
  history.measurement_and_data_score AS measurement_and_data_score,
  history.measurement_and_data_placement AS measurement_and_data_placement,
  history.geometry_score AS geometry_score,
  history.geometry_placement AS geometry_placement,
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
