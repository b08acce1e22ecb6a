-- Generated from modules/iready/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_iready_year_to_date_window.student_id AS student_id,
    staged_iready_year_to_date_window.enrolled AS enrolled,
    staged_iready_year_to_date_window.grade_level AS grade_level,
    staged_iready_year_to_date_window.academic_year AS academic_year,
    staged_iready_year_to_date_window.school_name AS school_name,
    staged_iready_year_to_date_window.subject AS subject,
    staged_iready_year_to_date_window.sex AS sex,
    staged_iready_year_to_date_window.hispanic_or_latino AS hispanic_or_latino,
    staged_iready_year_to_date_window.race AS race,
    staged_iready_year_to_date_window.english_learner AS english_learner,
    staged_iready_year_to_date_window.special_education AS special_education,
    staged_iready_year_to_date_window.economic_disadvantage AS economic_disadvantage,
    staged_iready_year_to_date_window.migrant AS migrant,
    staged_iready_year_to_date_window.completion_date AS completion_date,
    staged_iready_year_to_date_window.rush_flag AS rush_flag,
    staged_iready_year_to_date_window.overall_score AS overall_score,
    staged_iready_year_to_date_window.overall_placement AS overall_placement,
    staged_iready_year_to_date_window.percentile AS percentile,
    staged_iready_year_to_date_window.batch_id AS batch_id,
    staged_iready_year_to_date_window.record_no AS record_no,
    staged_iready_year_to_date_window.as_of AS as_of,
    staged_iready_year_to_date_window.change_no AS change_no,
    staged_iready_year_to_date_window.known_from AS known_from,
    staged_iready_year_to_date_window.known_basis AS known_basis,
    staged_iready_year_to_date_window.delivery AS delivery,
    staged_iready_year_to_date_window.operation <> 'upsert' AS is_deleted
  FROM staged_iready_year_to_date_window AS staged_iready_year_to_date_window
), sets AS (
  SELECT
    delivered.subject AS subject,
    delivered.academic_year AS academic_year,
    delivered.as_of AS as_of,
    MIN(delivered.batch_id) AS batch_id,
    MAX(delivered.known_from) AS known_from,
    MAX(delivered.known_basis) AS known_basis,
    BOOL_OR(delivered.delivery = 'snapshot') AS is_full
  FROM delivered AS delivered
  WHERE
    NOT delivered.is_deleted
  GROUP BY
    delivered.subject,
    delivered.academic_year,
    delivered.as_of
), following AS (
  SELECT
    sets.subject AS subject,
    sets.academic_year AS academic_year,
    sets.as_of AS as_of,
    MIN(CASE WHEN sets.is_full THEN sets.as_of END) OVER (
      PARTITION BY sets.subject, sets.academic_year
      ORDER BY sets.as_of NULLS LAST
      rows BETWEEN 1 following AND UNBOUNDED following
    ) AS next_full
  FROM sets AS sets
), present AS (
  SELECT
    delivered.student_id AS student_id,
    delivered.subject AS subject,
    delivered.academic_year AS academic_year,
    delivered.as_of AS as_of,
    LEAD(delivered.as_of) OVER (
      PARTITION BY delivered.student_id, delivered.subject, delivered.academic_year
      ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
    ) AS next_present
  FROM delivered AS delivered
  WHERE
    NOT delivered.is_deleted
), absent AS (
  SELECT
    present.student_id AS student_id,
    CAST(NULL AS STRING) AS enrolled,
    CAST(NULL AS STRING) AS grade_level,
    present.academic_year AS academic_year,
    CAST(NULL AS STRING) AS school_name,
    present.subject AS subject,
    CAST(NULL AS STRING) AS sex,
    CAST(NULL AS STRING) AS hispanic_or_latino,
    CAST(NULL AS STRING) AS race,
    CAST(NULL AS STRING) AS english_learner,
    CAST(NULL AS STRING) AS special_education,
    CAST(NULL AS STRING) AS economic_disadvantage,
    CAST(NULL AS STRING) AS migrant,
    CAST(NULL AS DATE) AS completion_date,
    CAST(NULL AS STRING) AS rush_flag,
    CAST(NULL AS DOUBLE) AS overall_score,
    CAST(NULL AS STRING) AS overall_placement,
    CAST(NULL AS DOUBLE) AS percentile,
    sets.batch_id AS batch_id,
    CAST(0 AS BIGINT) AS record_no,
    following.next_full AS as_of,
    CAST(NULL AS BIGINT) AS change_no,
    sets.known_from AS known_from,
    sets.known_basis AS known_basis,
    TRUE AS is_deleted
  FROM present AS present
  INNER JOIN following AS following
    ON present.as_of = following.as_of
    AND present.subject IS NOT DISTINCT FROM following.subject
    AND present.academic_year IS NOT DISTINCT FROM following.academic_year
  INNER JOIN sets AS sets
    ON following.next_full = sets.as_of
    AND following.subject IS NOT DISTINCT FROM sets.subject
    AND following.academic_year IS NOT DISTINCT FROM sets.academic_year
  WHERE
    present.next_present IS NULL OR present.next_present > following.next_full
), changes AS (
  SELECT
    delivered.student_id AS student_id,
    delivered.enrolled AS enrolled,
    delivered.grade_level AS grade_level,
    delivered.academic_year AS academic_year,
    delivered.school_name AS school_name,
    delivered.subject AS subject,
    delivered.sex AS sex,
    delivered.hispanic_or_latino AS hispanic_or_latino,
    delivered.race AS race,
    delivered.english_learner AS english_learner,
    delivered.special_education AS special_education,
    delivered.economic_disadvantage AS economic_disadvantage,
    delivered.migrant AS migrant,
    delivered.completion_date AS completion_date,
    delivered.rush_flag AS rush_flag,
    delivered.overall_score AS overall_score,
    delivered.overall_placement AS overall_placement,
    delivered.percentile AS percentile,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted
  FROM delivered AS delivered
  UNION ALL
  SELECT
    absent.student_id AS student_id,
    absent.enrolled AS enrolled,
    absent.grade_level AS grade_level,
    absent.academic_year AS academic_year,
    absent.school_name AS school_name,
    absent.subject AS subject,
    absent.sex AS sex,
    absent.hispanic_or_latino AS hispanic_or_latino,
    absent.race AS race,
    absent.english_learner AS english_learner,
    absent.special_education AS special_education,
    absent.economic_disadvantage AS economic_disadvantage,
    absent.migrant AS migrant,
    absent.completion_date AS completion_date,
    absent.rush_flag AS rush_flag,
    absent.overall_score AS overall_score,
    absent.overall_placement AS overall_placement,
    absent.percentile AS percentile,
    absent.batch_id AS batch_id,
    absent.record_no AS record_no,
    absent.as_of AS as_of,
    absent.change_no AS change_no,
    absent.known_from AS known_from,
    absent.known_basis AS known_basis,
    absent.is_deleted AS is_deleted
  FROM absent AS absent
), lives AS (
  SELECT
    changes.student_id AS student_id,
    changes.enrolled AS enrolled,
    changes.grade_level AS grade_level,
    changes.academic_year AS academic_year,
    changes.school_name AS school_name,
    changes.subject AS subject,
    changes.sex AS sex,
    changes.hispanic_or_latino AS hispanic_or_latino,
    changes.race AS race,
    changes.english_learner AS english_learner,
    changes.special_education AS special_education,
    changes.economic_disadvantage AS economic_disadvantage,
    changes.migrant AS migrant,
    changes.completion_date AS completion_date,
    changes.rush_flag AS rush_flag,
    changes.overall_score AS overall_score,
    changes.overall_placement AS overall_placement,
    changes.percentile AS percentile,
    changes.batch_id AS batch_id,
    changes.record_no AS record_no,
    changes.as_of AS as_of,
    changes.change_no AS change_no,
    changes.known_from AS known_from,
    changes.known_basis AS known_basis,
    changes.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT changes.is_deleted THEN 1 END) OVER (
      PARTITION BY changes.student_id, changes.subject, changes.academic_year
      ORDER BY changes.as_of NULLS LAST, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, changes.is_deleted NULLS LAST, changes.batch_id NULLS LAST, changes.record_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM changes AS changes
  WINDOW versions AS (
    PARTITION BY changes.student_id, changes.subject, changes.academic_year
    ORDER BY changes.as_of NULLS LAST, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, changes.is_deleted NULLS LAST, changes.batch_id NULLS LAST, changes.record_no NULLS LAST
  )
), filled AS (
  SELECT
    lives.student_id AS student_id,
    FIRST_VALUE(lives.enrolled) OVER life_versions AS enrolled,
    FIRST_VALUE(lives.grade_level) OVER life_versions AS grade_level,
    lives.academic_year AS academic_year,
    FIRST_VALUE(lives.school_name) OVER life_versions AS school_name,
    lives.subject AS subject,
    FIRST_VALUE(lives.sex) OVER life_versions AS sex,
    FIRST_VALUE(lives.hispanic_or_latino) OVER life_versions AS hispanic_or_latino,
    FIRST_VALUE(lives.race) OVER life_versions AS race,
    FIRST_VALUE(lives.english_learner) OVER life_versions AS english_learner,
    FIRST_VALUE(lives.special_education) OVER life_versions AS special_education,
    FIRST_VALUE(lives.economic_disadvantage) OVER life_versions AS economic_disadvantage,
    FIRST_VALUE(lives.migrant) OVER life_versions AS migrant,
    FIRST_VALUE(lives.completion_date) OVER life_versions AS completion_date,
    FIRST_VALUE(lives.rush_flag) OVER life_versions AS rush_flag,
    FIRST_VALUE(lives.overall_score) OVER life_versions AS overall_score,
    FIRST_VALUE(lives.overall_placement) OVER life_versions AS overall_placement,
    FIRST_VALUE(lives.percentile) OVER life_versions AS percentile,
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
  WINDOW life_versions AS (
    PARTITION BY lives.student_id, lives.subject, lives.academic_year, lives.life
    ORDER BY lives.version_no NULLS LAST
  )
), compared AS (
  SELECT
    filled.student_id AS student_id,
    filled.enrolled AS enrolled,
    filled.grade_level AS grade_level,
    filled.academic_year AS academic_year,
    filled.school_name AS school_name,
    filled.subject AS subject,
    filled.sex AS sex,
    filled.hispanic_or_latino AS hispanic_or_latino,
    filled.race AS race,
    filled.english_learner AS english_learner,
    filled.special_education AS special_education,
    filled.economic_disadvantage AS economic_disadvantage,
    filled.migrant AS migrant,
    filled.completion_date AS completion_date,
    filled.rush_flag AS rush_flag,
    filled.overall_score AS overall_score,
    filled.overall_placement AS overall_placement,
    filled.percentile AS percentile,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.enrolled IS NOT DISTINCT FROM LAG(filled.enrolled) OVER versions
      AND filled.grade_level IS NOT DISTINCT FROM LAG(filled.grade_level) OVER versions
      AND filled.school_name IS NOT DISTINCT FROM LAG(filled.school_name) OVER versions
      AND filled.sex IS NOT DISTINCT FROM LAG(filled.sex) OVER versions
      AND filled.hispanic_or_latino IS NOT DISTINCT FROM LAG(filled.hispanic_or_latino) OVER versions
      AND filled.race IS NOT DISTINCT FROM LAG(filled.race) OVER versions
      AND filled.english_learner IS NOT DISTINCT FROM LAG(filled.english_learner) OVER versions
      AND filled.special_education IS NOT DISTINCT FROM LAG(filled.special_education) OVER versions
      AND filled.economic_disadvantage IS NOT DISTINCT FROM LAG(filled.economic_disadvantage) OVER versions
      AND filled.migrant IS NOT DISTINCT FROM LAG(filled.migrant) OVER versions
      AND filled.rush_flag IS NOT DISTINCT FROM LAG(filled.rush_flag) OVER versions
      AND filled.overall_score IS NOT DISTINCT FROM LAG(filled.overall_score) OVER versions
      AND filled.overall_placement IS NOT DISTINCT FROM LAG(filled.overall_placement) OVER versions
      AND filled.percentile IS NOT DISTINCT FROM LAG(filled.percentile) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.student_id, filled.subject, filled.academic_year
    ORDER BY filled.as_of NULLS LAST, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, filled.is_deleted NULLS LAST, filled.batch_id NULLS LAST, filled.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.student_id AS student_id,
    compared.enrolled AS enrolled,
    compared.grade_level AS grade_level,
    compared.academic_year AS academic_year,
    compared.school_name AS school_name,
    compared.subject AS subject,
    compared.sex AS sex,
    compared.hispanic_or_latino AS hispanic_or_latino,
    compared.race AS race,
    compared.english_learner AS english_learner,
    compared.special_education AS special_education,
    compared.economic_disadvantage AS economic_disadvantage,
    compared.migrant AS migrant,
    compared.completion_date AS completion_date,
    compared.rush_flag AS rush_flag,
    compared.overall_score AS overall_score,
    compared.overall_placement AS overall_placement,
    compared.percentile AS percentile,
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
      PARTITION BY compared.student_id, compared.subject, compared.academic_year
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.student_id AS student_id,
    runs.enrolled AS enrolled,
    runs.grade_level AS grade_level,
    runs.academic_year AS academic_year,
    runs.school_name AS school_name,
    runs.subject AS subject,
    runs.sex AS sex,
    runs.hispanic_or_latino AS hispanic_or_latino,
    runs.race AS race,
    runs.english_learner AS english_learner,
    runs.special_education AS special_education,
    runs.economic_disadvantage AS economic_disadvantage,
    runs.migrant AS migrant,
    runs.completion_date AS completion_date,
    runs.rush_flag AS rush_flag,
    runs.overall_score AS overall_score,
    runs.overall_placement AS overall_placement,
    runs.percentile AS percentile,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.student_id, runs.subject, runs.academic_year, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.student_id, runs.subject, runs.academic_year, runs.run_no
      ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.student_id AS student_id,
    learned.enrolled AS enrolled,
    learned.grade_level AS grade_level,
    learned.academic_year AS academic_year,
    learned.school_name AS school_name,
    learned.subject AS subject,
    learned.sex AS sex,
    learned.hispanic_or_latino AS hispanic_or_latino,
    learned.race AS race,
    learned.english_learner AS english_learner,
    learned.special_education AS special_education,
    learned.economic_disadvantage AS economic_disadvantage,
    learned.migrant AS migrant,
    learned.completion_date AS completion_date,
    learned.rush_flag AS rush_flag,
    learned.overall_score AS overall_score,
    learned.overall_placement AS overall_placement,
    learned.percentile AS percentile,
    COALESCE(learned.student_id, '') || '|' || COALESCE(learned.subject, '') || '|' || COALESCE(learned.academic_year, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (
      PARTITION BY learned.student_id, learned.subject, learned.academic_year
      ORDER BY learned.version_no NULLS LAST
    ) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.student_id AS student_id,
  history.enrolled AS enrolled,
  history.grade_level AS grade_level,
  history.academic_year AS academic_year,
  history.school_name AS school_name,
  history.subject AS subject,
  history.sex AS sex,
  history.hispanic_or_latino AS hispanic_or_latino,
  history.race AS race,
  history.english_learner AS english_learner,
  history.special_education AS special_education,
  history.economic_disadvantage AS economic_disadvantage,
  history.migrant AS migrant,
  history.completion_date AS completion_date,
  history.rush_flag AS rush_flag,
  history.overall_score AS overall_score,
  history.overall_placement AS overall_placement,
  history.percentile AS percentile,
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
