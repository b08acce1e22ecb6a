-- Generated from modules/contoso_sis/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_contoso_sis_studentdemographics.student_id AS student_id,
    staged_contoso_sis_studentdemographics.race AS race,
    staged_contoso_sis_studentdemographics.primary_language AS primary_language,
    staged_contoso_sis_studentdemographics.english_learner AS english_learner,
    staged_contoso_sis_studentdemographics.special_education AS special_education,
    staged_contoso_sis_studentdemographics.low_income AS low_income,
    staged_contoso_sis_studentdemographics.batch_id AS batch_id,
    staged_contoso_sis_studentdemographics.record_no AS record_no,
    staged_contoso_sis_studentdemographics.as_of AS as_of,
    staged_contoso_sis_studentdemographics.change_no AS change_no,
    staged_contoso_sis_studentdemographics.known_from AS known_from,
    staged_contoso_sis_studentdemographics.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_contoso_sis_studentdemographics AS staged_contoso_sis_studentdemographics
), compared AS (
  SELECT
    delivered.student_id AS student_id,
    delivered.race AS race,
    delivered.primary_language AS primary_language,
    delivered.english_learner AS english_learner,
    delivered.special_education AS special_education,
    delivered.low_income AS low_income,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    CASE
      WHEN delivered.is_deleted IS NOT DISTINCT FROM LAG(delivered.is_deleted) OVER versions
      AND delivered.race IS NOT DISTINCT FROM LAG(delivered.race) OVER versions
      AND delivered.primary_language IS NOT DISTINCT FROM LAG(delivered.primary_language) OVER versions
      AND delivered.english_learner IS NOT DISTINCT FROM LAG(delivered.english_learner) OVER versions
      AND delivered.special_education IS NOT DISTINCT FROM LAG(delivered.special_education) OVER versions
      AND delivered.low_income IS NOT DISTINCT FROM LAG(delivered.low_income) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.student_id
    ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.student_id AS student_id,
    compared.race AS race,
    compared.primary_language AS primary_language,
    compared.english_learner AS english_learner,
    compared.special_education AS special_education,
    compared.low_income AS low_income,
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
      PARTITION BY compared.student_id
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.student_id AS student_id,
    runs.race AS race,
    runs.primary_language AS primary_language,
    runs.english_learner AS english_learner,
    runs.special_education AS special_education,
    runs.low_income AS low_income,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.student_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.student_id, runs.run_no ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.student_id AS student_id,
    learned.race AS race,
    learned.primary_language AS primary_language,
    learned.english_learner AS english_learner,
    learned.special_education AS special_education,
    learned.low_income AS low_income,
    COALESCE(learned.student_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.student_id ORDER BY learned.version_no NULLS LAST) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.student_id AS student_id,
  history.race AS race,
  history.primary_language AS primary_language,
  history.english_learner AS english_learner,
  history.special_education AS special_education,
  history.low_income AS low_income,
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
