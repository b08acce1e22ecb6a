-- Generated from modules/edfi/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_edfi_courses.resource_id AS resource_id,
    staged_edfi_courses.education_organization_id AS education_organization_id,
    staged_edfi_courses.education_organization_kind AS education_organization_kind,
    staged_edfi_courses.course_code AS course_code,
    staged_edfi_courses.course_title AS course_title,
    staged_edfi_courses.subject_descriptor AS subject_descriptor,
    staged_edfi_courses.batch_id AS batch_id,
    staged_edfi_courses.record_no AS record_no,
    staged_edfi_courses.as_of AS as_of,
    staged_edfi_courses.change_no AS change_no,
    staged_edfi_courses.known_from AS known_from,
    staged_edfi_courses.known_basis AS known_basis,
    staged_edfi_courses.operation <> 'upsert' AS is_deleted
  FROM staged_edfi_courses AS staged_edfi_courses
), lives AS (
  SELECT
    delivered.resource_id AS resource_id,
    delivered.education_organization_id AS education_organization_id,
    delivered.education_organization_kind AS education_organization_kind,
    delivered.course_code AS course_code,
    delivered.course_title AS course_title,
    delivered.subject_descriptor AS subject_descriptor,
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
    FIRST_VALUE(lives.education_organization_id) OVER life_versions AS education_organization_id,
    FIRST_VALUE(lives.education_organization_kind) OVER life_versions AS education_organization_kind,
    FIRST_VALUE(lives.course_code) OVER life_versions AS course_code,
    FIRST_VALUE(lives.course_title) OVER life_versions AS course_title,
    FIRST_VALUE(lives.subject_descriptor) OVER life_versions AS subject_descriptor,
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
    filled.education_organization_id AS education_organization_id,
    filled.education_organization_kind AS education_organization_kind,
    filled.course_code AS course_code,
    filled.course_title AS course_title,
    filled.subject_descriptor AS subject_descriptor,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.education_organization_id IS NOT DISTINCT FROM LAG(filled.education_organization_id) OVER versions
      AND filled.education_organization_kind IS NOT DISTINCT FROM LAG(filled.education_organization_kind) OVER versions
      AND filled.course_code IS NOT DISTINCT FROM LAG(filled.course_code) OVER versions
      AND filled.course_title IS NOT DISTINCT FROM LAG(filled.course_title) OVER versions
      AND filled.subject_descriptor IS NOT DISTINCT FROM LAG(filled.subject_descriptor) OVER versions
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
    compared.education_organization_id AS education_organization_id,
    compared.education_organization_kind AS education_organization_kind,
    compared.course_code AS course_code,
    compared.course_title AS course_title,
    compared.subject_descriptor AS subject_descriptor,
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
    runs.education_organization_id AS education_organization_id,
    runs.education_organization_kind AS education_organization_kind,
    runs.course_code AS course_code,
    runs.course_title AS course_title,
    runs.subject_descriptor AS subject_descriptor,
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
    learned.education_organization_id AS education_organization_id,
    learned.education_organization_kind AS education_organization_kind,
    learned.course_code AS course_code,
    learned.course_title AS course_title,
    learned.subject_descriptor AS subject_descriptor,
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
  history.education_organization_id AS education_organization_id,
  history.education_organization_kind AS education_organization_kind,
  history.course_code AS course_code,
  history.course_title AS course_title,
  history.subject_descriptor AS subject_descriptor,
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
