-- Generated from modules/oneroster/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_oneroster_enrollments.enrollment_id AS enrollment_id,
    staged_oneroster_enrollments.status AS status,
    staged_oneroster_enrollments.class_id AS class_id,
    staged_oneroster_enrollments.school_id AS school_id,
    staged_oneroster_enrollments.user_id AS user_id,
    staged_oneroster_enrollments.role AS role,
    staged_oneroster_enrollments.is_primary AS is_primary,
    staged_oneroster_enrollments.begin_date AS begin_date,
    staged_oneroster_enrollments.end_date AS end_date,
    staged_oneroster_enrollments.batch_id AS batch_id,
    staged_oneroster_enrollments.record_no AS record_no,
    staged_oneroster_enrollments.as_of AS as_of,
    staged_oneroster_enrollments.change_no AS change_no,
    staged_oneroster_enrollments.known_from AS known_from,
    staged_oneroster_enrollments.known_basis AS known_basis,
    staged_oneroster_enrollments.delivery AS delivery,
    staged_oneroster_enrollments.operation <> 'upsert' AS is_deleted
  FROM staged_oneroster_enrollments AS staged_oneroster_enrollments
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
    delivered.enrollment_id AS enrollment_id,
    delivered.as_of AS as_of,
    LEAD(delivered.as_of) OVER (
      PARTITION BY delivered.enrollment_id
      ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
    ) AS next_present
  FROM delivered AS delivered
  WHERE
    NOT delivered.is_deleted
), absent AS (
  SELECT
    present.enrollment_id AS enrollment_id,
    CAST(NULL AS TEXT) AS status,
    CAST(NULL AS TEXT) AS class_id,
    CAST(NULL AS TEXT) AS school_id,
    CAST(NULL AS TEXT) AS user_id,
    CAST(NULL AS TEXT) AS role,
    CAST(NULL AS BOOLEAN) AS is_primary,
    CAST(NULL AS DATE) AS begin_date,
    CAST(NULL AS DATE) AS end_date,
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
    delivered.enrollment_id AS enrollment_id,
    delivered.status AS status,
    delivered.class_id AS class_id,
    delivered.school_id AS school_id,
    delivered.user_id AS user_id,
    delivered.role AS role,
    delivered.is_primary AS is_primary,
    delivered.begin_date AS begin_date,
    delivered.end_date AS end_date,
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
    absent.enrollment_id AS enrollment_id,
    absent.status AS status,
    absent.class_id AS class_id,
    absent.school_id AS school_id,
    absent.user_id AS user_id,
    absent.role AS role,
    absent.is_primary AS is_primary,
    absent.begin_date AS begin_date,
    absent.end_date AS end_date,
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
    changes.enrollment_id AS enrollment_id,
    changes.status AS status,
    changes.class_id AS class_id,
    changes.school_id AS school_id,
    changes.user_id AS user_id,
    changes.role AS role,
    changes.is_primary AS is_primary,
    changes.begin_date AS begin_date,
    changes.end_date AS end_date,
    changes.batch_id AS batch_id,
    changes.record_no AS record_no,
    changes.as_of AS as_of,
    changes.change_no AS change_no,
    changes.known_from AS known_from,
    changes.known_basis AS known_basis,
    changes.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT changes.is_deleted THEN 1 END) OVER (
      PARTITION BY changes.enrollment_id
      ORDER BY changes.as_of, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END), changes.is_deleted, changes.batch_id, changes.record_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM changes AS changes
  WINDOW versions AS (
    PARTITION BY changes.enrollment_id
    ORDER BY changes.as_of, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END), changes.is_deleted, changes.batch_id, changes.record_no
  )
), filled AS (
  SELECT
    lives.enrollment_id AS enrollment_id,
    FIRST_VALUE(lives.status) OVER life_versions AS status,
    FIRST_VALUE(lives.class_id) OVER life_versions AS class_id,
    FIRST_VALUE(lives.school_id) OVER life_versions AS school_id,
    FIRST_VALUE(lives.user_id) OVER life_versions AS user_id,
    FIRST_VALUE(lives.role) OVER life_versions AS role,
    FIRST_VALUE(lives.is_primary) OVER life_versions AS is_primary,
    FIRST_VALUE(lives.begin_date) OVER life_versions AS begin_date,
    FIRST_VALUE(lives.end_date) OVER life_versions AS end_date,
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
  WINDOW life_versions AS (PARTITION BY lives.enrollment_id, lives.life ORDER BY lives.version_no)
), compared AS (
  SELECT
    filled.enrollment_id AS enrollment_id,
    filled.status AS status,
    filled.class_id AS class_id,
    filled.school_id AS school_id,
    filled.user_id AS user_id,
    filled.role AS role,
    filled.is_primary AS is_primary,
    filled.begin_date AS begin_date,
    filled.end_date AS end_date,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.class_id IS NOT DISTINCT FROM LAG(filled.class_id) OVER versions
      AND filled.school_id IS NOT DISTINCT FROM LAG(filled.school_id) OVER versions
      AND filled.user_id IS NOT DISTINCT FROM LAG(filled.user_id) OVER versions
      AND filled.role IS NOT DISTINCT FROM LAG(filled.role) OVER versions
      AND filled.is_primary IS NOT DISTINCT FROM LAG(filled.is_primary) OVER versions
      AND filled.begin_date IS NOT DISTINCT FROM LAG(filled.begin_date) OVER versions
      AND filled.end_date IS NOT DISTINCT FROM LAG(filled.end_date) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.enrollment_id
    ORDER BY filled.as_of, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END), filled.is_deleted, filled.batch_id, filled.record_no
  )
), runs AS (
  SELECT
    compared.enrollment_id AS enrollment_id,
    compared.status AS status,
    compared.class_id AS class_id,
    compared.school_id AS school_id,
    compared.user_id AS user_id,
    compared.role AS role,
    compared.is_primary AS is_primary,
    compared.begin_date AS begin_date,
    compared.end_date AS end_date,
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
      PARTITION BY compared.enrollment_id
      ORDER BY compared.version_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.enrollment_id AS enrollment_id,
    runs.status AS status,
    runs.class_id AS class_id,
    runs.school_id AS school_id,
    runs.user_id AS user_id,
    runs.role AS role,
    runs.is_primary AS is_primary,
    runs.begin_date AS begin_date,
    runs.end_date AS end_date,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.enrollment_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.enrollment_id, runs.run_no ORDER BY runs.known_from, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.enrollment_id AS enrollment_id,
    learned.status AS status,
    learned.class_id AS class_id,
    learned.school_id AS school_id,
    learned.user_id AS user_id,
    learned.role AS role,
    learned.is_primary AS is_primary,
    learned.begin_date AS begin_date,
    learned.end_date AS end_date,
    COALESCE(learned.enrollment_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.enrollment_id ORDER BY learned.version_no) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.enrollment_id AS enrollment_id,
  history.status AS status,
  history.class_id AS class_id,
  history.school_id AS school_id,
  history.user_id AS user_id,
  history.role AS role,
  history.is_primary AS is_primary,
  history.begin_date AS begin_date,
  history.end_date AS end_date,
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
