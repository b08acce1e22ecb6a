-- Generated from modules/nwea/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_nwea_map_growth.term_name AS term_name,
    staged_nwea_map_growth.school_name AS school_name,
    staged_nwea_map_growth.school_state_id AS school_state_id,
    staged_nwea_map_growth.student_id AS student_id,
    staged_nwea_map_growth.student_state_id AS student_state_id,
    staged_nwea_map_growth.subject AS subject,
    staged_nwea_map_growth.course AS course,
    staged_nwea_map_growth.is_growth_measure AS is_growth_measure,
    staged_nwea_map_growth.norms_reference AS norms_reference,
    staged_nwea_map_growth.weeks_fall AS weeks_fall,
    staged_nwea_map_growth.weeks_winter AS weeks_winter,
    staged_nwea_map_growth.weeks_spring AS weeks_spring,
    staged_nwea_map_growth.test_type AS test_type,
    staged_nwea_map_growth.test_name AS test_name,
    staged_nwea_map_growth.test_date AS test_date,
    staged_nwea_map_growth.test_time AS test_time,
    staged_nwea_map_growth.minutes AS minutes,
    staged_nwea_map_growth.rit_score AS rit_score,
    staged_nwea_map_growth.standard_error AS standard_error,
    staged_nwea_map_growth.percentile AS percentile,
    staged_nwea_map_growth.achievement_quintile AS achievement_quintile,
    staged_nwea_map_growth.percent_correct AS percent_correct,
    staged_nwea_map_growth.rapid_guessing_percent AS rapid_guessing_percent,
    staged_nwea_map_growth.lexile_score AS lexile_score,
    staged_nwea_map_growth.quantile_score AS quantile_score,
    staged_nwea_map_growth.fall_to_winter_percentile AS fall_to_winter_percentile,
    staged_nwea_map_growth.fall_to_spring_percentile AS fall_to_spring_percentile,
    staged_nwea_map_growth.winter_to_spring_percentile AS winter_to_spring_percentile,
    staged_nwea_map_growth.fall_to_fall_percentile AS fall_to_fall_percentile,
    staged_nwea_map_growth.batch_id AS batch_id,
    staged_nwea_map_growth.record_no AS record_no,
    staged_nwea_map_growth.as_of AS as_of,
    staged_nwea_map_growth.change_no AS change_no,
    staged_nwea_map_growth.known_from AS known_from,
    staged_nwea_map_growth.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_nwea_map_growth AS staged_nwea_map_growth
), compared AS (
  SELECT
    delivered.term_name AS term_name,
    delivered.school_name AS school_name,
    delivered.school_state_id AS school_state_id,
    delivered.student_id AS student_id,
    delivered.student_state_id AS student_state_id,
    delivered.subject AS subject,
    delivered.course AS course,
    delivered.is_growth_measure AS is_growth_measure,
    delivered.norms_reference AS norms_reference,
    delivered.weeks_fall AS weeks_fall,
    delivered.weeks_winter AS weeks_winter,
    delivered.weeks_spring AS weeks_spring,
    delivered.test_type AS test_type,
    delivered.test_name AS test_name,
    delivered.test_date AS test_date,
    delivered.test_time AS test_time,
    delivered.minutes AS minutes,
    delivered.rit_score AS rit_score,
    delivered.standard_error AS standard_error,
    delivered.percentile AS percentile,
    delivered.achievement_quintile AS achievement_quintile,
    delivered.percent_correct AS percent_correct,
    delivered.rapid_guessing_percent AS rapid_guessing_percent,
    delivered.lexile_score AS lexile_score,
    delivered.quantile_score AS quantile_score,
    delivered.fall_to_winter_percentile AS fall_to_winter_percentile,
    delivered.fall_to_spring_percentile AS fall_to_spring_percentile,
    delivered.winter_to_spring_percentile AS winter_to_spring_percentile,
    delivered.fall_to_fall_percentile AS fall_to_fall_percentile,
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
      AND delivered.school_state_id IS NOT DISTINCT FROM LAG(delivered.school_state_id) OVER versions
      AND delivered.student_state_id IS NOT DISTINCT FROM LAG(delivered.student_state_id) OVER versions
      AND delivered.subject IS NOT DISTINCT FROM LAG(delivered.subject) OVER versions
      AND delivered.is_growth_measure IS NOT DISTINCT FROM LAG(delivered.is_growth_measure) OVER versions
      AND delivered.norms_reference IS NOT DISTINCT FROM LAG(delivered.norms_reference) OVER versions
      AND delivered.weeks_fall IS NOT DISTINCT FROM LAG(delivered.weeks_fall) OVER versions
      AND delivered.weeks_winter IS NOT DISTINCT FROM LAG(delivered.weeks_winter) OVER versions
      AND delivered.weeks_spring IS NOT DISTINCT FROM LAG(delivered.weeks_spring) OVER versions
      AND delivered.test_type IS NOT DISTINCT FROM LAG(delivered.test_type) OVER versions
      AND delivered.minutes IS NOT DISTINCT FROM LAG(delivered.minutes) OVER versions
      AND delivered.rit_score IS NOT DISTINCT FROM LAG(delivered.rit_score) OVER versions
      AND delivered.standard_error IS NOT DISTINCT FROM LAG(delivered.standard_error) OVER versions
      AND delivered.percentile IS NOT DISTINCT FROM LAG(delivered.percentile) OVER versions
      AND delivered.achievement_quintile IS NOT DISTINCT FROM LAG(delivered.achievement_quintile) OVER versions
      AND delivered.percent_correct IS NOT DISTINCT FROM LAG(delivered.percent_correct) OVER versions
      AND delivered.rapid_guessing_percent IS NOT DISTINCT FROM LAG(delivered.rapid_guessing_percent) OVER versions
      AND delivered.lexile_score IS NOT DISTINCT FROM LAG(delivered.lexile_score) OVER versions
      AND delivered.quantile_score IS NOT DISTINCT FROM LAG(delivered.quantile_score) OVER versions
      AND delivered.fall_to_winter_percentile IS NOT DISTINCT FROM LAG(delivered.fall_to_winter_percentile) OVER versions
      AND delivered.fall_to_spring_percentile IS NOT DISTINCT FROM LAG(delivered.fall_to_spring_percentile) OVER versions
      AND delivered.winter_to_spring_percentile IS NOT DISTINCT FROM LAG(delivered.winter_to_spring_percentile) OVER versions
      AND delivered.fall_to_fall_percentile IS NOT DISTINCT FROM LAG(delivered.fall_to_fall_percentile) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.student_id, delivered.term_name, delivered.course, delivered.test_name, delivered.test_date, delivered.test_time
    ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
  )
), runs AS (
  SELECT
    compared.term_name AS term_name,
    compared.school_name AS school_name,
    compared.school_state_id AS school_state_id,
    compared.student_id AS student_id,
    compared.student_state_id AS student_state_id,
    compared.subject AS subject,
    compared.course AS course,
    compared.is_growth_measure AS is_growth_measure,
    compared.norms_reference AS norms_reference,
    compared.weeks_fall AS weeks_fall,
    compared.weeks_winter AS weeks_winter,
    compared.weeks_spring AS weeks_spring,
    compared.test_type AS test_type,
    compared.test_name AS test_name,
    compared.test_date AS test_date,
    compared.test_time AS test_time,
    compared.minutes AS minutes,
    compared.rit_score AS rit_score,
    compared.standard_error AS standard_error,
    compared.percentile AS percentile,
    compared.achievement_quintile AS achievement_quintile,
    compared.percent_correct AS percent_correct,
    compared.rapid_guessing_percent AS rapid_guessing_percent,
    compared.lexile_score AS lexile_score,
    compared.quantile_score AS quantile_score,
    compared.fall_to_winter_percentile AS fall_to_winter_percentile,
    compared.fall_to_spring_percentile AS fall_to_spring_percentile,
    compared.winter_to_spring_percentile AS winter_to_spring_percentile,
    compared.fall_to_fall_percentile AS fall_to_fall_percentile,
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
      PARTITION BY compared.student_id, compared.term_name, compared.course, compared.test_name, compared.test_date, compared.test_time
      ORDER BY compared.version_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.term_name AS term_name,
    runs.school_name AS school_name,
    runs.school_state_id AS school_state_id,
    runs.student_id AS student_id,
    runs.student_state_id AS student_state_id,
    runs.subject AS subject,
    runs.course AS course,
    runs.is_growth_measure AS is_growth_measure,
    runs.norms_reference AS norms_reference,
    runs.weeks_fall AS weeks_fall,
    runs.weeks_winter AS weeks_winter,
    runs.weeks_spring AS weeks_spring,
    runs.test_type AS test_type,
    runs.test_name AS test_name,
    runs.test_date AS test_date,
    runs.test_time AS test_time,
    runs.minutes AS minutes,
    runs.rit_score AS rit_score,
    runs.standard_error AS standard_error,
    runs.percentile AS percentile,
    runs.achievement_quintile AS achievement_quintile,
    runs.percent_correct AS percent_correct,
    runs.rapid_guessing_percent AS rapid_guessing_percent,
    runs.lexile_score AS lexile_score,
    runs.quantile_score AS quantile_score,
    runs.fall_to_winter_percentile AS fall_to_winter_percentile,
    runs.fall_to_spring_percentile AS fall_to_spring_percentile,
    runs.winter_to_spring_percentile AS winter_to_spring_percentile,
    runs.fall_to_fall_percentile AS fall_to_fall_percentile,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (
      PARTITION BY runs.student_id, runs.term_name, runs.course, runs.test_name, runs.test_date, runs.test_time, runs.run_no
    ) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.student_id, runs.term_name, runs.course, runs.test_name, runs.test_date, runs.test_time, runs.run_no
      ORDER BY runs.known_from, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.term_name AS term_name,
    learned.school_name AS school_name,
    learned.school_state_id AS school_state_id,
    learned.student_id AS student_id,
    learned.student_state_id AS student_state_id,
    learned.subject AS subject,
    learned.course AS course,
    learned.is_growth_measure AS is_growth_measure,
    learned.norms_reference AS norms_reference,
    learned.weeks_fall AS weeks_fall,
    learned.weeks_winter AS weeks_winter,
    learned.weeks_spring AS weeks_spring,
    learned.test_type AS test_type,
    learned.test_name AS test_name,
    learned.test_date AS test_date,
    learned.test_time AS test_time,
    learned.minutes AS minutes,
    learned.rit_score AS rit_score,
    learned.standard_error AS standard_error,
    learned.percentile AS percentile,
    learned.achievement_quintile AS achievement_quintile,
    learned.percent_correct AS percent_correct,
    learned.rapid_guessing_percent AS rapid_guessing_percent,
    learned.lexile_score AS lexile_score,
    learned.quantile_score AS quantile_score,
    learned.fall_to_winter_percentile AS fall_to_winter_percentile,
    learned.fall_to_spring_percentile AS fall_to_spring_percentile,
    learned.winter_to_spring_percentile AS winter_to_spring_percentile,
    learned.fall_to_fall_percentile AS fall_to_fall_percentile,
    COALESCE(learned.student_id, '') || '|' || COALESCE(learned.term_name, '') || '|' || COALESCE(learned.course, '') || '|' || COALESCE(learned.test_name, '') || '|' || COALESCE(CAST(learned.test_date AS TEXT), '') || '|' || COALESCE(learned.test_time, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (
      PARTITION BY learned.student_id, learned.term_name, learned.course, learned.test_name, learned.test_date, learned.test_time
      ORDER BY learned.version_no
    ) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.term_name AS term_name,
  history.school_name AS school_name,
  history.school_state_id AS school_state_id,
  history.student_id AS student_id,
  history.student_state_id AS student_state_id,
  history.subject AS subject,
  history.course AS course,
  history.is_growth_measure AS is_growth_measure,
  history.norms_reference AS norms_reference,
  history.weeks_fall AS weeks_fall,
  history.weeks_winter AS weeks_winter,
  history.weeks_spring AS weeks_spring,
  history.test_type AS test_type,
  history.test_name AS test_name,
  history.test_date AS test_date,
  history.test_time AS test_time,
  history.minutes AS minutes,
  history.rit_score AS rit_score,
  history.standard_error AS standard_error,
  history.percentile AS percentile,
  history.achievement_quintile AS achievement_quintile,
  history.percent_correct AS percent_correct,
  history.rapid_guessing_percent AS rapid_guessing_percent,
  history.lexile_score AS lexile_score,
  history.quantile_score AS quantile_score,
  history.fall_to_winter_percentile AS fall_to_winter_percentile,
  history.fall_to_spring_percentile AS fall_to_spring_percentile,
  history.winter_to_spring_percentile AS winter_to_spring_percentile,
  history.fall_to_fall_percentile AS fall_to_fall_percentile,
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
