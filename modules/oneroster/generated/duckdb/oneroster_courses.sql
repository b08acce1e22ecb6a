-- Generated from modules/oneroster/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_oneroster_courses.course_id AS course_id,
    staged_oneroster_courses.status AS status,
    staged_oneroster_courses.school_year_id AS school_year_id,
    staged_oneroster_courses.title AS title,
    staged_oneroster_courses.course_code AS course_code,
    staged_oneroster_courses.org_id AS org_id,
    staged_oneroster_courses.subjects AS subjects,
    staged_oneroster_courses.batch_id AS batch_id,
    staged_oneroster_courses.record_no AS record_no,
    staged_oneroster_courses.as_of AS as_of,
    staged_oneroster_courses.change_no AS change_no,
    staged_oneroster_courses.known_from AS known_from,
    staged_oneroster_courses.known_basis AS known_basis,
    staged_oneroster_courses.delivery AS delivery,
    staged_oneroster_courses.operation <> 'upsert' AS is_deleted
  FROM staged_oneroster_courses AS staged_oneroster_courses
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
    delivered.course_id AS course_id,
    delivered.as_of AS as_of,
    LEAD(delivered.as_of) OVER (
      PARTITION BY delivered.course_id
      ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
    ) AS next_present
  FROM delivered AS delivered
  WHERE
    NOT delivered.is_deleted
), absent AS (
  SELECT
    present.course_id AS course_id,
    CAST(NULL AS TEXT) AS status,
    CAST(NULL AS TEXT) AS school_year_id,
    CAST(NULL AS TEXT) AS title,
    CAST(NULL AS TEXT) AS course_code,
    CAST(NULL AS TEXT) AS org_id,
    CAST(NULL AS TEXT) AS subjects,
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
    delivered.course_id AS course_id,
    delivered.status AS status,
    delivered.school_year_id AS school_year_id,
    delivered.title AS title,
    delivered.course_code AS course_code,
    delivered.org_id AS org_id,
    delivered.subjects AS subjects,
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
    absent.course_id AS course_id,
    absent.status AS status,
    absent.school_year_id AS school_year_id,
    absent.title AS title,
    absent.course_code AS course_code,
    absent.org_id AS org_id,
    absent.subjects AS subjects,
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
    changes.course_id AS course_id,
    changes.status AS status,
    changes.school_year_id AS school_year_id,
    changes.title AS title,
    changes.course_code AS course_code,
    changes.org_id AS org_id,
    changes.subjects AS subjects,
    changes.batch_id AS batch_id,
    changes.record_no AS record_no,
    changes.as_of AS as_of,
    changes.change_no AS change_no,
    changes.known_from AS known_from,
    changes.known_basis AS known_basis,
    changes.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT changes.is_deleted THEN 1 END) OVER (
      PARTITION BY changes.course_id
      ORDER BY changes.as_of, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END), changes.is_deleted, changes.batch_id, changes.record_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM changes AS changes
  WINDOW versions AS (
    PARTITION BY changes.course_id
    ORDER BY changes.as_of, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END), changes.is_deleted, changes.batch_id, changes.record_no
  )
), filled AS (
  SELECT
    lives.course_id AS course_id,
    FIRST_VALUE(lives.status) OVER life_versions AS status,
    FIRST_VALUE(lives.school_year_id) OVER life_versions AS school_year_id,
    FIRST_VALUE(lives.title) OVER life_versions AS title,
    FIRST_VALUE(lives.course_code) OVER life_versions AS course_code,
    FIRST_VALUE(lives.org_id) OVER life_versions AS org_id,
    FIRST_VALUE(lives.subjects) OVER life_versions AS subjects,
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
  WINDOW life_versions AS (PARTITION BY lives.course_id, lives.life ORDER BY lives.version_no)
), compared AS (
  SELECT
    filled.course_id AS course_id,
    filled.status AS status,
    filled.school_year_id AS school_year_id,
    filled.title AS title,
    filled.course_code AS course_code,
    filled.org_id AS org_id,
    filled.subjects AS subjects,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.school_year_id IS NOT DISTINCT FROM LAG(filled.school_year_id) OVER versions
      AND filled.title IS NOT DISTINCT FROM LAG(filled.title) OVER versions
      AND filled.course_code IS NOT DISTINCT FROM LAG(filled.course_code) OVER versions
      AND filled.org_id IS NOT DISTINCT FROM LAG(filled.org_id) OVER versions
      AND filled.subjects IS NOT DISTINCT FROM LAG(filled.subjects) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.course_id
    ORDER BY filled.as_of, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END), filled.is_deleted, filled.batch_id, filled.record_no
  )
), runs AS (
  SELECT
    compared.course_id AS course_id,
    compared.status AS status,
    compared.school_year_id AS school_year_id,
    compared.title AS title,
    compared.course_code AS course_code,
    compared.org_id AS org_id,
    compared.subjects AS subjects,
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
      PARTITION BY compared.course_id
      ORDER BY compared.version_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.course_id AS course_id,
    runs.status AS status,
    runs.school_year_id AS school_year_id,
    runs.title AS title,
    runs.course_code AS course_code,
    runs.org_id AS org_id,
    runs.subjects AS subjects,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.course_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.course_id, runs.run_no ORDER BY runs.known_from, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.course_id AS course_id,
    learned.status AS status,
    learned.school_year_id AS school_year_id,
    learned.title AS title,
    learned.course_code AS course_code,
    learned.org_id AS org_id,
    learned.subjects AS subjects,
    COALESCE(learned.course_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.course_id ORDER BY learned.version_no) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.course_id AS course_id,
  history.status AS status,
  history.school_year_id AS school_year_id,
  history.title AS title,
  history.course_code AS course_code,
  history.org_id AS org_id,
  history.subjects AS subjects,
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
