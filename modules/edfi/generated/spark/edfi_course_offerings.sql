-- Generated from modules/edfi/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_edfi_course_offerings.resource_id AS resource_id,
    staged_edfi_course_offerings.school_id AS school_id,
    staged_edfi_course_offerings.school_year AS school_year,
    staged_edfi_course_offerings.session_name AS session_name,
    staged_edfi_course_offerings.local_course_code AS local_course_code,
    staged_edfi_course_offerings.local_course_title AS local_course_title,
    staged_edfi_course_offerings.course_code AS course_code,
    staged_edfi_course_offerings.course_organization_id AS course_organization_id,
    staged_edfi_course_offerings.batch_id AS batch_id,
    staged_edfi_course_offerings.record_no AS record_no,
    staged_edfi_course_offerings.as_of AS as_of,
    staged_edfi_course_offerings.change_no AS change_no,
    staged_edfi_course_offerings.known_from AS known_from,
    staged_edfi_course_offerings.known_basis AS known_basis,
    staged_edfi_course_offerings.operation <> 'upsert' AS is_deleted
  FROM staged_edfi_course_offerings AS staged_edfi_course_offerings
), lives AS (
  SELECT
    delivered.resource_id AS resource_id,
    delivered.school_id AS school_id,
    delivered.school_year AS school_year,
    delivered.session_name AS session_name,
    delivered.local_course_code AS local_course_code,
    delivered.local_course_title AS local_course_title,
    delivered.course_code AS course_code,
    delivered.course_organization_id AS course_organization_id,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT delivered.is_deleted THEN 1 END) OVER (
      PARTITION BY delivered.resource_id
      ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.resource_id
    ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
  )
), filled AS (
  SELECT
    lives.resource_id AS resource_id,
    FIRST_VALUE(lives.school_id) OVER life_versions AS school_id,
    FIRST_VALUE(lives.school_year) OVER life_versions AS school_year,
    FIRST_VALUE(lives.session_name) OVER life_versions AS session_name,
    FIRST_VALUE(lives.local_course_code) OVER life_versions AS local_course_code,
    FIRST_VALUE(lives.local_course_title) OVER life_versions AS local_course_title,
    FIRST_VALUE(lives.course_code) OVER life_versions AS course_code,
    FIRST_VALUE(lives.course_organization_id) OVER life_versions AS course_organization_id,
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
  WINDOW life_versions AS (PARTITION BY lives.resource_id, lives.life ORDER BY lives.version_no NULLS LAST)
), compared AS (
  SELECT
    filled.resource_id AS resource_id,
    filled.school_id AS school_id,
    filled.school_year AS school_year,
    filled.session_name AS session_name,
    filled.local_course_code AS local_course_code,
    filled.local_course_title AS local_course_title,
    filled.course_code AS course_code,
    filled.course_organization_id AS course_organization_id,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.school_id IS NOT DISTINCT FROM LAG(filled.school_id) OVER versions
      AND filled.school_year IS NOT DISTINCT FROM LAG(filled.school_year) OVER versions
      AND filled.session_name IS NOT DISTINCT FROM LAG(filled.session_name) OVER versions
      AND filled.local_course_code IS NOT DISTINCT FROM LAG(filled.local_course_code) OVER versions
      AND filled.local_course_title IS NOT DISTINCT FROM LAG(filled.local_course_title) OVER versions
      AND filled.course_code IS NOT DISTINCT FROM LAG(filled.course_code) OVER versions
      AND filled.course_organization_id IS NOT DISTINCT FROM LAG(filled.course_organization_id) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.resource_id
    ORDER BY filled.as_of NULLS LAST, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, filled.is_deleted NULLS LAST, filled.batch_id NULLS LAST, filled.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.resource_id AS resource_id,
    compared.school_id AS school_id,
    compared.school_year AS school_year,
    compared.session_name AS session_name,
    compared.local_course_code AS local_course_code,
    compared.local_course_title AS local_course_title,
    compared.course_code AS course_code,
    compared.course_organization_id AS course_organization_id,
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
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.resource_id AS resource_id,
    runs.school_id AS school_id,
    runs.school_year AS school_year,
    runs.session_name AS session_name,
    runs.local_course_code AS local_course_code,
    runs.local_course_title AS local_course_title,
    runs.course_code AS course_code,
    runs.course_organization_id AS course_organization_id,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.resource_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.resource_id, runs.run_no ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.resource_id AS resource_id,
    learned.school_id AS school_id,
    learned.school_year AS school_year,
    learned.session_name AS session_name,
    learned.local_course_code AS local_course_code,
    learned.local_course_title AS local_course_title,
    learned.course_code AS course_code,
    learned.course_organization_id AS course_organization_id,
    COALESCE(learned.resource_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.resource_id ORDER BY learned.version_no NULLS LAST) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.resource_id AS resource_id,
  history.school_id AS school_id,
  history.school_year AS school_year,
  history.session_name AS session_name,
  history.local_course_code AS local_course_code,
  history.local_course_title AS local_course_title,
  history.course_code AS course_code,
  history.course_organization_id AS course_organization_id,
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
