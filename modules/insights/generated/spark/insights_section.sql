-- Generated from modules/insights/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_insights_section.section_id AS section_id,
    staged_insights_section.external_id AS external_id,
    staged_insights_section.section_name AS section_name,
    staged_insights_section.section_code AS section_code,
    staged_insights_section.course_id AS course_id,
    staged_insights_section.organization_id AS organization_id,
    staged_insights_section.batch_id AS batch_id,
    staged_insights_section.record_no AS record_no,
    staged_insights_section.as_of AS as_of,
    staged_insights_section.change_no AS change_no,
    staged_insights_section.known_from AS known_from,
    staged_insights_section.known_basis AS known_basis,
    staged_insights_section.delivery AS delivery,
    staged_insights_section.operation <> 'upsert' AS is_deleted
  FROM staged_insights_section AS staged_insights_section
), sets AS (
  SELECT
    delivered.as_of AS as_of,
    MIN(delivered.batch_id) AS batch_id,
    MAX(delivered.known_from) AS known_from,
    MAX(delivered.known_basis) AS known_basis,
    BOOL_OR(delivered.delivery = 'snapshot') AS is_full
  FROM delivered AS delivered
  WHERE
    NOT delivered.is_deleted
  GROUP BY
    delivered.as_of
), following AS (
  SELECT
    sets.as_of AS as_of,
    MIN(CASE WHEN sets.is_full THEN sets.as_of END) OVER (ORDER BY sets.as_of NULLS LAST rows BETWEEN 1 following AND UNBOUNDED following) AS next_full
  FROM sets AS sets
), present AS (
  SELECT
    delivered.section_id AS section_id,
    delivered.as_of AS as_of,
    LEAD(delivered.as_of) OVER (
      PARTITION BY delivered.section_id
      ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
    ) AS next_present
  FROM delivered AS delivered
  WHERE
    NOT delivered.is_deleted
), absent AS (
  SELECT
    present.section_id AS section_id,
    CAST(NULL AS STRING) AS external_id,
    CAST(NULL AS STRING) AS section_name,
    CAST(NULL AS STRING) AS section_code,
    CAST(NULL AS STRING) AS course_id,
    CAST(NULL AS STRING) AS organization_id,
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
  INNER JOIN sets AS sets
    ON following.next_full = sets.as_of
  WHERE
    present.next_present IS NULL OR present.next_present > following.next_full
), changes AS (
  SELECT
    delivered.section_id AS section_id,
    delivered.external_id AS external_id,
    delivered.section_name AS section_name,
    delivered.section_code AS section_code,
    delivered.course_id AS course_id,
    delivered.organization_id AS organization_id,
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
    absent.section_id AS section_id,
    absent.external_id AS external_id,
    absent.section_name AS section_name,
    absent.section_code AS section_code,
    absent.course_id AS course_id,
    absent.organization_id AS organization_id,
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
    changes.section_id AS section_id,
    changes.external_id AS external_id,
    changes.section_name AS section_name,
    changes.section_code AS section_code,
    changes.course_id AS course_id,
    changes.organization_id AS organization_id,
    changes.batch_id AS batch_id,
    changes.record_no AS record_no,
    changes.as_of AS as_of,
    changes.change_no AS change_no,
    changes.known_from AS known_from,
    changes.known_basis AS known_basis,
    changes.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT changes.is_deleted THEN 1 END) OVER (
      PARTITION BY changes.section_id
      ORDER BY changes.as_of NULLS LAST, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, changes.is_deleted NULLS LAST, changes.batch_id NULLS LAST, changes.record_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM changes AS changes
  WINDOW versions AS (
    PARTITION BY changes.section_id
    ORDER BY changes.as_of NULLS LAST, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, changes.is_deleted NULLS LAST, changes.batch_id NULLS LAST, changes.record_no NULLS LAST
  )
), filled AS (
  SELECT
    lives.section_id AS section_id,
    FIRST_VALUE(lives.external_id) OVER life_versions AS external_id,
    FIRST_VALUE(lives.section_name) OVER life_versions AS section_name,
    FIRST_VALUE(lives.section_code) OVER life_versions AS section_code,
    FIRST_VALUE(lives.course_id) OVER life_versions AS course_id,
    FIRST_VALUE(lives.organization_id) OVER life_versions AS organization_id,
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
  WINDOW life_versions AS (PARTITION BY lives.section_id, lives.life ORDER BY lives.version_no NULLS LAST)
), compared AS (
  SELECT
    filled.section_id AS section_id,
    filled.external_id AS external_id,
    filled.section_name AS section_name,
    filled.section_code AS section_code,
    filled.course_id AS course_id,
    filled.organization_id AS organization_id,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.external_id IS NOT DISTINCT FROM LAG(filled.external_id) OVER versions
      AND filled.section_name IS NOT DISTINCT FROM LAG(filled.section_name) OVER versions
      AND filled.section_code IS NOT DISTINCT FROM LAG(filled.section_code) OVER versions
      AND filled.course_id IS NOT DISTINCT FROM LAG(filled.course_id) OVER versions
      AND filled.organization_id IS NOT DISTINCT FROM LAG(filled.organization_id) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.section_id
    ORDER BY filled.as_of NULLS LAST, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, filled.is_deleted NULLS LAST, filled.batch_id NULLS LAST, filled.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.section_id AS section_id,
    compared.external_id AS external_id,
    compared.section_name AS section_name,
    compared.section_code AS section_code,
    compared.course_id AS course_id,
    compared.organization_id AS organization_id,
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
      PARTITION BY compared.section_id
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.section_id AS section_id,
    runs.external_id AS external_id,
    runs.section_name AS section_name,
    runs.section_code AS section_code,
    runs.course_id AS course_id,
    runs.organization_id AS organization_id,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.section_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.section_id, runs.run_no ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.section_id AS section_id,
    learned.external_id AS external_id,
    learned.section_name AS section_name,
    learned.section_code AS section_code,
    learned.course_id AS course_id,
    learned.organization_id AS organization_id,
    COALESCE(learned.section_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.section_id ORDER BY learned.version_no NULLS LAST) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.section_id AS section_id,
  history.external_id AS external_id,
  history.section_name AS section_name,
  history.section_code AS section_code,
  history.course_id AS course_id,
  history.organization_id AS organization_id,
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
