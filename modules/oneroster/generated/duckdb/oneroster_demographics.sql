-- Generated from modules/oneroster/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_oneroster_demographics.user_id AS user_id,
    staged_oneroster_demographics.status AS status,
    staged_oneroster_demographics.birth_year AS birth_year,
    staged_oneroster_demographics.sex AS sex,
    staged_oneroster_demographics.is_american_indian AS is_american_indian,
    staged_oneroster_demographics.is_asian AS is_asian,
    staged_oneroster_demographics.is_black AS is_black,
    staged_oneroster_demographics.is_pacific_islander AS is_pacific_islander,
    staged_oneroster_demographics.is_white AS is_white,
    staged_oneroster_demographics.is_several_races AS is_several_races,
    staged_oneroster_demographics.is_hispanic AS is_hispanic,
    staged_oneroster_demographics.batch_id AS batch_id,
    staged_oneroster_demographics.record_no AS record_no,
    staged_oneroster_demographics.as_of AS as_of,
    staged_oneroster_demographics.change_no AS change_no,
    staged_oneroster_demographics.known_from AS known_from,
    staged_oneroster_demographics.known_basis AS known_basis,
    staged_oneroster_demographics.delivery AS delivery,
    staged_oneroster_demographics.operation <> 'upsert' AS is_deleted
  FROM staged_oneroster_demographics AS staged_oneroster_demographics
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
    MIN(CASE WHEN sets.is_full THEN sets.as_of END) OVER (ORDER BY sets.as_of rows BETWEEN 1 following AND UNBOUNDED following) AS next_full
  FROM sets AS sets
), present AS (
  SELECT
    delivered.user_id AS user_id,
    delivered.as_of AS as_of,
    LEAD(delivered.as_of) OVER (
      PARTITION BY delivered.user_id
      ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
    ) AS next_present
  FROM delivered AS delivered
  WHERE
    NOT delivered.is_deleted
), absent AS (
  SELECT
    present.user_id AS user_id,
    CAST(NULL AS TEXT) AS status,
    CAST(NULL AS BIGINT) AS birth_year,
    CAST(NULL AS TEXT) AS sex,
    CAST(NULL AS BOOLEAN) AS is_american_indian,
    CAST(NULL AS BOOLEAN) AS is_asian,
    CAST(NULL AS BOOLEAN) AS is_black,
    CAST(NULL AS BOOLEAN) AS is_pacific_islander,
    CAST(NULL AS BOOLEAN) AS is_white,
    CAST(NULL AS BOOLEAN) AS is_several_races,
    CAST(NULL AS BOOLEAN) AS is_hispanic,
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
    delivered.birth_year AS birth_year,
    delivered.sex AS sex,
    delivered.is_american_indian AS is_american_indian,
    delivered.is_asian AS is_asian,
    delivered.is_black AS is_black,
    delivered.is_pacific_islander AS is_pacific_islander,
    delivered.is_white AS is_white,
    delivered.is_several_races AS is_several_races,
    delivered.is_hispanic AS is_hispanic,
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
    absent.birth_year AS birth_year,
    absent.sex AS sex,
    absent.is_american_indian AS is_american_indian,
    absent.is_asian AS is_asian,
    absent.is_black AS is_black,
    absent.is_pacific_islander AS is_pacific_islander,
    absent.is_white AS is_white,
    absent.is_several_races AS is_several_races,
    absent.is_hispanic AS is_hispanic,
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
    changes.birth_year AS birth_year,
    changes.sex AS sex,
    changes.is_american_indian AS is_american_indian,
    changes.is_asian AS is_asian,
    changes.is_black AS is_black,
    changes.is_pacific_islander AS is_pacific_islander,
    changes.is_white AS is_white,
    changes.is_several_races AS is_several_races,
    changes.is_hispanic AS is_hispanic,
    changes.batch_id AS batch_id,
    changes.record_no AS record_no,
    changes.as_of AS as_of,
    changes.change_no AS change_no,
    changes.known_from AS known_from,
    changes.known_basis AS known_basis,
    changes.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT changes.is_deleted THEN 1 END) OVER (
      PARTITION BY changes.user_id
      ORDER BY changes.as_of, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END), changes.is_deleted, changes.batch_id, changes.record_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM changes AS changes
  WINDOW versions AS (
    PARTITION BY changes.user_id
    ORDER BY changes.as_of, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END), changes.is_deleted, changes.batch_id, changes.record_no
  )
), filled AS (
  SELECT
    lives.user_id AS user_id,
    FIRST_VALUE(lives.status) OVER life_versions AS status,
    FIRST_VALUE(lives.birth_year) OVER life_versions AS birth_year,
    FIRST_VALUE(lives.sex) OVER life_versions AS sex,
    FIRST_VALUE(lives.is_american_indian) OVER life_versions AS is_american_indian,
    FIRST_VALUE(lives.is_asian) OVER life_versions AS is_asian,
    FIRST_VALUE(lives.is_black) OVER life_versions AS is_black,
    FIRST_VALUE(lives.is_pacific_islander) OVER life_versions AS is_pacific_islander,
    FIRST_VALUE(lives.is_white) OVER life_versions AS is_white,
    FIRST_VALUE(lives.is_several_races) OVER life_versions AS is_several_races,
    FIRST_VALUE(lives.is_hispanic) OVER life_versions AS is_hispanic,
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
  WINDOW life_versions AS (PARTITION BY lives.user_id, lives.life ORDER BY lives.version_no)
), compared AS (
  SELECT
    filled.user_id AS user_id,
    filled.status AS status,
    filled.birth_year AS birth_year,
    filled.sex AS sex,
    filled.is_american_indian AS is_american_indian,
    filled.is_asian AS is_asian,
    filled.is_black AS is_black,
    filled.is_pacific_islander AS is_pacific_islander,
    filled.is_white AS is_white,
    filled.is_several_races AS is_several_races,
    filled.is_hispanic AS is_hispanic,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.birth_year IS NOT DISTINCT FROM LAG(filled.birth_year) OVER versions
      AND filled.sex IS NOT DISTINCT FROM LAG(filled.sex) OVER versions
      AND filled.is_american_indian IS NOT DISTINCT FROM LAG(filled.is_american_indian) OVER versions
      AND filled.is_asian IS NOT DISTINCT FROM LAG(filled.is_asian) OVER versions
      AND filled.is_black IS NOT DISTINCT FROM LAG(filled.is_black) OVER versions
      AND filled.is_pacific_islander IS NOT DISTINCT FROM LAG(filled.is_pacific_islander) OVER versions
      AND filled.is_white IS NOT DISTINCT FROM LAG(filled.is_white) OVER versions
      AND filled.is_several_races IS NOT DISTINCT FROM LAG(filled.is_several_races) OVER versions
      AND filled.is_hispanic IS NOT DISTINCT FROM LAG(filled.is_hispanic) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.user_id
    ORDER BY filled.as_of, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END), filled.is_deleted, filled.batch_id, filled.record_no
  )
), runs AS (
  SELECT
    compared.user_id AS user_id,
    compared.status AS status,
    compared.birth_year AS birth_year,
    compared.sex AS sex,
    compared.is_american_indian AS is_american_indian,
    compared.is_asian AS is_asian,
    compared.is_black AS is_black,
    compared.is_pacific_islander AS is_pacific_islander,
    compared.is_white AS is_white,
    compared.is_several_races AS is_several_races,
    compared.is_hispanic AS is_hispanic,
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
      ORDER BY compared.version_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.user_id AS user_id,
    runs.status AS status,
    runs.birth_year AS birth_year,
    runs.sex AS sex,
    runs.is_american_indian AS is_american_indian,
    runs.is_asian AS is_asian,
    runs.is_black AS is_black,
    runs.is_pacific_islander AS is_pacific_islander,
    runs.is_white AS is_white,
    runs.is_several_races AS is_several_races,
    runs.is_hispanic AS is_hispanic,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.user_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.user_id, runs.run_no ORDER BY runs.known_from, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.user_id AS user_id,
    learned.status AS status,
    learned.birth_year AS birth_year,
    learned.sex AS sex,
    learned.is_american_indian AS is_american_indian,
    learned.is_asian AS is_asian,
    learned.is_black AS is_black,
    learned.is_pacific_islander AS is_pacific_islander,
    learned.is_white AS is_white,
    learned.is_several_races AS is_several_races,
    learned.is_hispanic AS is_hispanic,
    COALESCE(learned.user_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.user_id ORDER BY learned.version_no) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.user_id AS user_id,
  history.status AS status,
  history.birth_year AS birth_year,
  history.sex AS sex,
  history.is_american_indian AS is_american_indian,
  history.is_asian AS is_asian,
  history.is_black AS is_black,
  history.is_pacific_islander AS is_pacific_islander,
  history.is_white AS is_white,
  history.is_several_races AS is_several_races,
  history.is_hispanic AS is_hispanic,
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
