-- Generated from modules/oneroster/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_oneroster_users.user_id AS user_id,
    staged_oneroster_users.status AS status,
    staged_oneroster_users.org_ids AS org_ids,
    staged_oneroster_users.role AS role,
    staged_oneroster_users.username AS username,
    staged_oneroster_users.identifier AS identifier,
    staged_oneroster_users.email AS email,
    staged_oneroster_users.grades AS grades,
    staged_oneroster_users.primary_org_id AS primary_org_id,
    staged_oneroster_users.batch_id AS batch_id,
    staged_oneroster_users.record_no AS record_no,
    staged_oneroster_users.as_of AS as_of,
    staged_oneroster_users.change_no AS change_no,
    staged_oneroster_users.known_from AS known_from,
    staged_oneroster_users.known_basis AS known_basis,
    staged_oneroster_users.delivery AS delivery,
    staged_oneroster_users.operation <> 'upsert' AS is_deleted
  FROM staged_oneroster_users AS staged_oneroster_users
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
    delivered.user_id AS user_id,
    delivered.as_of AS as_of,
    LEAD(delivered.as_of) OVER (
      PARTITION BY delivered.user_id
      ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
    ) AS next_present
  FROM delivered AS delivered
  WHERE
    NOT delivered.is_deleted
), absent AS (
  SELECT
    present.user_id AS user_id,
    CAST(NULL AS STRING) AS status,
    CAST(NULL AS STRING) AS org_ids,
    CAST(NULL AS STRING) AS role,
    CAST(NULL AS STRING) AS username,
    CAST(NULL AS STRING) AS identifier,
    CAST(NULL AS STRING) AS email,
    CAST(NULL AS STRING) AS grades,
    CAST(NULL AS STRING) AS primary_org_id,
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
    delivered.user_id AS user_id,
    delivered.status AS status,
    delivered.org_ids AS org_ids,
    delivered.role AS role,
    delivered.username AS username,
    delivered.identifier AS identifier,
    delivered.email AS email,
    delivered.grades AS grades,
    delivered.primary_org_id AS primary_org_id,
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
    absent.user_id AS user_id,
    absent.status AS status,
    absent.org_ids AS org_ids,
    absent.role AS role,
    absent.username AS username,
    absent.identifier AS identifier,
    absent.email AS email,
    absent.grades AS grades,
    absent.primary_org_id AS primary_org_id,
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
    changes.user_id AS user_id,
    changes.status AS status,
    changes.org_ids AS org_ids,
    changes.role AS role,
    changes.username AS username,
    changes.identifier AS identifier,
    changes.email AS email,
    changes.grades AS grades,
    changes.primary_org_id AS primary_org_id,
    changes.batch_id AS batch_id,
    changes.record_no AS record_no,
    changes.as_of AS as_of,
    changes.change_no AS change_no,
    changes.known_from AS known_from,
    changes.known_basis AS known_basis,
    changes.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT changes.is_deleted THEN 1 END) OVER (
      PARTITION BY changes.user_id
      ORDER BY changes.as_of NULLS LAST, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, changes.is_deleted NULLS LAST, changes.batch_id NULLS LAST, changes.record_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM changes AS changes
  WINDOW versions AS (
    PARTITION BY changes.user_id
    ORDER BY changes.as_of NULLS LAST, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, changes.is_deleted NULLS LAST, changes.batch_id NULLS LAST, changes.record_no NULLS LAST
  )
), filled AS (
  SELECT
    lives.user_id AS user_id,
    FIRST_VALUE(lives.status) OVER life_versions AS status,
    FIRST_VALUE(lives.org_ids) OVER life_versions AS org_ids,
    FIRST_VALUE(lives.role) OVER life_versions AS role,
    FIRST_VALUE(lives.username) OVER life_versions AS username,
    FIRST_VALUE(lives.identifier) OVER life_versions AS identifier,
    FIRST_VALUE(lives.email) OVER life_versions AS email,
    FIRST_VALUE(lives.grades) OVER life_versions AS grades,
    FIRST_VALUE(lives.primary_org_id) OVER life_versions AS primary_org_id,
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
  WINDOW life_versions AS (PARTITION BY lives.user_id, lives.life ORDER BY lives.version_no NULLS LAST)
), compared AS (
  SELECT
    filled.user_id AS user_id,
    filled.status AS status,
    filled.org_ids AS org_ids,
    filled.role AS role,
    filled.username AS username,
    filled.identifier AS identifier,
    filled.email AS email,
    filled.grades AS grades,
    filled.primary_org_id AS primary_org_id,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.org_ids IS NOT DISTINCT FROM LAG(filled.org_ids) OVER versions
      AND filled.role IS NOT DISTINCT FROM LAG(filled.role) OVER versions
      AND filled.username IS NOT DISTINCT FROM LAG(filled.username) OVER versions
      AND filled.identifier IS NOT DISTINCT FROM LAG(filled.identifier) OVER versions
      AND filled.email IS NOT DISTINCT FROM LAG(filled.email) OVER versions
      AND filled.grades IS NOT DISTINCT FROM LAG(filled.grades) OVER versions
      AND filled.primary_org_id IS NOT DISTINCT FROM LAG(filled.primary_org_id) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.user_id
    ORDER BY filled.as_of NULLS LAST, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, filled.is_deleted NULLS LAST, filled.batch_id NULLS LAST, filled.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.user_id AS user_id,
    compared.status AS status,
    compared.org_ids AS org_ids,
    compared.role AS role,
    compared.username AS username,
    compared.identifier AS identifier,
    compared.email AS email,
    compared.grades AS grades,
    compared.primary_org_id AS primary_org_id,
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
      PARTITION BY compared.user_id
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.user_id AS user_id,
    runs.status AS status,
    runs.org_ids AS org_ids,
    runs.role AS role,
    runs.username AS username,
    runs.identifier AS identifier,
    runs.email AS email,
    runs.grades AS grades,
    runs.primary_org_id AS primary_org_id,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.user_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.user_id, runs.run_no ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.user_id AS user_id,
    learned.status AS status,
    learned.org_ids AS org_ids,
    learned.role AS role,
    learned.username AS username,
    learned.identifier AS identifier,
    learned.email AS email,
    learned.grades AS grades,
    learned.primary_org_id AS primary_org_id,
    COALESCE(learned.user_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.user_id ORDER BY learned.version_no NULLS LAST) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.user_id AS user_id,
  history.status AS status,
  history.org_ids AS org_ids,
  history.role AS role,
  history.username AS username,
  history.identifier AS identifier,
  history.email AS email,
  history.grades AS grades,
  history.primary_org_id AS primary_org_id,
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
