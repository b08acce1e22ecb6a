-- Generated from modules/insights/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_insights_person_organization_role.role_row_id AS role_row_id,
    staged_insights_person_organization_role.is_active AS is_active,
    staged_insights_person_organization_role.organization_id AS organization_id,
    staged_insights_person_organization_role.person_id AS person_id,
    staged_insights_person_organization_role.role_id AS role_id,
    staged_insights_person_organization_role.session_id AS session_id,
    staged_insights_person_organization_role.is_primary AS is_primary,
    staged_insights_person_organization_role.grade_level_id AS grade_level_id,
    staged_insights_person_organization_role.role_start AS role_start,
    staged_insights_person_organization_role.role_end AS role_end,
    staged_insights_person_organization_role.batch_id AS batch_id,
    staged_insights_person_organization_role.record_no AS record_no,
    staged_insights_person_organization_role.as_of AS as_of,
    staged_insights_person_organization_role.change_no AS change_no,
    staged_insights_person_organization_role.known_from AS known_from,
    staged_insights_person_organization_role.known_basis AS known_basis,
    staged_insights_person_organization_role.delivery AS delivery,
    staged_insights_person_organization_role.operation <> 'upsert' AS is_deleted
  FROM staged_insights_person_organization_role AS staged_insights_person_organization_role
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
    delivered.role_row_id AS role_row_id,
    delivered.person_id AS person_id,
    delivered.as_of AS as_of,
    LEAD(delivered.as_of) OVER (
      PARTITION BY delivered.role_row_id, delivered.person_id
      ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
    ) AS next_present
  FROM delivered AS delivered
  WHERE
    NOT delivered.is_deleted
), absent AS (
  SELECT
    present.role_row_id AS role_row_id,
    CAST(NULL AS BOOLEAN) AS is_active,
    CAST(NULL AS STRING) AS organization_id,
    present.person_id AS person_id,
    CAST(NULL AS STRING) AS role_id,
    CAST(NULL AS STRING) AS session_id,
    CAST(NULL AS BOOLEAN) AS is_primary,
    CAST(NULL AS STRING) AS grade_level_id,
    CAST(NULL AS DATE) AS role_start,
    CAST(NULL AS DATE) AS role_end,
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
    delivered.role_row_id AS role_row_id,
    delivered.is_active AS is_active,
    delivered.organization_id AS organization_id,
    delivered.person_id AS person_id,
    delivered.role_id AS role_id,
    delivered.session_id AS session_id,
    delivered.is_primary AS is_primary,
    delivered.grade_level_id AS grade_level_id,
    delivered.role_start AS role_start,
    delivered.role_end AS role_end,
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
    absent.role_row_id AS role_row_id,
    absent.is_active AS is_active,
    absent.organization_id AS organization_id,
    absent.person_id AS person_id,
    absent.role_id AS role_id,
    absent.session_id AS session_id,
    absent.is_primary AS is_primary,
    absent.grade_level_id AS grade_level_id,
    absent.role_start AS role_start,
    absent.role_end AS role_end,
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
    changes.role_row_id AS role_row_id,
    changes.is_active AS is_active,
    changes.organization_id AS organization_id,
    changes.person_id AS person_id,
    changes.role_id AS role_id,
    changes.session_id AS session_id,
    changes.is_primary AS is_primary,
    changes.grade_level_id AS grade_level_id,
    changes.role_start AS role_start,
    changes.role_end AS role_end,
    changes.batch_id AS batch_id,
    changes.record_no AS record_no,
    changes.as_of AS as_of,
    changes.change_no AS change_no,
    changes.known_from AS known_from,
    changes.known_basis AS known_basis,
    changes.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT changes.is_deleted THEN 1 END) OVER (
      PARTITION BY changes.role_row_id, changes.person_id
      ORDER BY changes.as_of NULLS LAST, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, changes.is_deleted NULLS LAST, changes.batch_id NULLS LAST, changes.record_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM changes AS changes
  WINDOW versions AS (
    PARTITION BY changes.role_row_id, changes.person_id
    ORDER BY changes.as_of NULLS LAST, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, changes.is_deleted NULLS LAST, changes.batch_id NULLS LAST, changes.record_no NULLS LAST
  )
), filled AS (
  SELECT
    lives.role_row_id AS role_row_id,
    FIRST_VALUE(lives.is_active) OVER life_versions AS is_active,
    FIRST_VALUE(lives.organization_id) OVER life_versions AS organization_id,
    lives.person_id AS person_id,
    FIRST_VALUE(lives.role_id) OVER life_versions AS role_id,
    FIRST_VALUE(lives.session_id) OVER life_versions AS session_id,
    FIRST_VALUE(lives.is_primary) OVER life_versions AS is_primary,
    FIRST_VALUE(lives.grade_level_id) OVER life_versions AS grade_level_id,
    FIRST_VALUE(lives.role_start) OVER life_versions AS role_start,
    FIRST_VALUE(lives.role_end) OVER life_versions AS role_end,
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
  WINDOW life_versions AS (PARTITION BY lives.role_row_id, lives.person_id, lives.life ORDER BY lives.version_no NULLS LAST)
), compared AS (
  SELECT
    filled.role_row_id AS role_row_id,
    filled.is_active AS is_active,
    filled.organization_id AS organization_id,
    filled.person_id AS person_id,
    filled.role_id AS role_id,
    filled.session_id AS session_id,
    filled.is_primary AS is_primary,
    filled.grade_level_id AS grade_level_id,
    filled.role_start AS role_start,
    filled.role_end AS role_end,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.is_active IS NOT DISTINCT FROM LAG(filled.is_active) OVER versions
      AND filled.organization_id IS NOT DISTINCT FROM LAG(filled.organization_id) OVER versions
      AND filled.role_id IS NOT DISTINCT FROM LAG(filled.role_id) OVER versions
      AND filled.session_id IS NOT DISTINCT FROM LAG(filled.session_id) OVER versions
      AND filled.is_primary IS NOT DISTINCT FROM LAG(filled.is_primary) OVER versions
      AND filled.grade_level_id IS NOT DISTINCT FROM LAG(filled.grade_level_id) OVER versions
      AND filled.role_start IS NOT DISTINCT FROM LAG(filled.role_start) OVER versions
      AND filled.role_end IS NOT DISTINCT FROM LAG(filled.role_end) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.role_row_id, filled.person_id
    ORDER BY filled.as_of NULLS LAST, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, filled.is_deleted NULLS LAST, filled.batch_id NULLS LAST, filled.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.role_row_id AS role_row_id,
    compared.is_active AS is_active,
    compared.organization_id AS organization_id,
    compared.person_id AS person_id,
    compared.role_id AS role_id,
    compared.session_id AS session_id,
    compared.is_primary AS is_primary,
    compared.grade_level_id AS grade_level_id,
    compared.role_start AS role_start,
    compared.role_end AS role_end,
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
      PARTITION BY compared.role_row_id, compared.person_id
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.role_row_id AS role_row_id,
    runs.is_active AS is_active,
    runs.organization_id AS organization_id,
    runs.person_id AS person_id,
    runs.role_id AS role_id,
    runs.session_id AS session_id,
    runs.is_primary AS is_primary,
    runs.grade_level_id AS grade_level_id,
    runs.role_start AS role_start,
    runs.role_end AS role_end,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.role_row_id, runs.person_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.role_row_id, runs.person_id, runs.run_no
      ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.role_row_id AS role_row_id,
    learned.is_active AS is_active,
    learned.organization_id AS organization_id,
    learned.person_id AS person_id,
    learned.role_id AS role_id,
    learned.session_id AS session_id,
    learned.is_primary AS is_primary,
    learned.grade_level_id AS grade_level_id,
    learned.role_start AS role_start,
    learned.role_end AS role_end,
    COALESCE(learned.role_row_id, '') || '|' || COALESCE(learned.person_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.role_row_id, learned.person_id ORDER BY learned.version_no NULLS LAST) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.role_row_id AS role_row_id,
  history.is_active AS is_active,
  history.organization_id AS organization_id,
  history.person_id AS person_id,
  history.role_id AS role_id,
  history.session_id AS session_id,
  history.is_primary AS is_primary,
  history.grade_level_id AS grade_level_id,
  history.role_start AS role_start,
  history.role_end AS role_end,
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
