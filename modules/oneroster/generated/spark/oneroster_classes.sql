-- Generated from modules/oneroster/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_oneroster_classes.class_id AS class_id,
    staged_oneroster_classes.status AS status,
    staged_oneroster_classes.title AS title,
    staged_oneroster_classes.course_id AS course_id,
    staged_oneroster_classes.class_code AS class_code,
    staged_oneroster_classes.class_type AS class_type,
    staged_oneroster_classes.school_id AS school_id,
    staged_oneroster_classes.term_ids AS term_ids,
    staged_oneroster_classes.subjects AS subjects,
    staged_oneroster_classes.periods AS periods,
    staged_oneroster_classes.batch_id AS batch_id,
    staged_oneroster_classes.record_no AS record_no,
    staged_oneroster_classes.as_of AS as_of,
    staged_oneroster_classes.change_no AS change_no,
    staged_oneroster_classes.known_from AS known_from,
    staged_oneroster_classes.known_basis AS known_basis,
    staged_oneroster_classes.delivery AS delivery,
    staged_oneroster_classes.operation <> 'upsert' AS is_deleted
  FROM staged_oneroster_classes AS staged_oneroster_classes
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
    delivered.class_id AS class_id,
    delivered.as_of AS as_of,
    LEAD(delivered.as_of) OVER (
      PARTITION BY delivered.class_id
      ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
    ) AS next_present
  FROM delivered AS delivered
  WHERE
    NOT delivered.is_deleted
), absent AS (
  SELECT
    present.class_id AS class_id,
    CAST(NULL AS STRING) AS status,
    CAST(NULL AS STRING) AS title,
    CAST(NULL AS STRING) AS course_id,
    CAST(NULL AS STRING) AS class_code,
    CAST(NULL AS STRING) AS class_type,
    CAST(NULL AS STRING) AS school_id,
    CAST(NULL AS STRING) AS term_ids,
    CAST(NULL AS STRING) AS subjects,
    CAST(NULL AS STRING) AS periods,
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
    delivered.class_id AS class_id,
    delivered.status AS status,
    delivered.title AS title,
    delivered.course_id AS course_id,
    delivered.class_code AS class_code,
    delivered.class_type AS class_type,
    delivered.school_id AS school_id,
    delivered.term_ids AS term_ids,
    delivered.subjects AS subjects,
    delivered.periods AS periods,
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
    absent.class_id AS class_id,
    absent.status AS status,
    absent.title AS title,
    absent.course_id AS course_id,
    absent.class_code AS class_code,
    absent.class_type AS class_type,
    absent.school_id AS school_id,
    absent.term_ids AS term_ids,
    absent.subjects AS subjects,
    absent.periods AS periods,
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
    changes.class_id AS class_id,
    changes.status AS status,
    changes.title AS title,
    changes.course_id AS course_id,
    changes.class_code AS class_code,
    changes.class_type AS class_type,
    changes.school_id AS school_id,
    changes.term_ids AS term_ids,
    changes.subjects AS subjects,
    changes.periods AS periods,
    changes.batch_id AS batch_id,
    changes.record_no AS record_no,
    changes.as_of AS as_of,
    changes.change_no AS change_no,
    changes.known_from AS known_from,
    changes.known_basis AS known_basis,
    changes.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT changes.is_deleted THEN 1 END) OVER (
      PARTITION BY changes.class_id
      ORDER BY changes.as_of NULLS LAST, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, changes.is_deleted NULLS LAST, changes.batch_id NULLS LAST, changes.record_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM changes AS changes
  WINDOW versions AS (
    PARTITION BY changes.class_id
    ORDER BY changes.as_of NULLS LAST, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, changes.is_deleted NULLS LAST, changes.batch_id NULLS LAST, changes.record_no NULLS LAST
  )
), filled AS (
  SELECT
    lives.class_id AS class_id,
    FIRST_VALUE(lives.status) OVER life_versions AS status,
    FIRST_VALUE(lives.title) OVER life_versions AS title,
    FIRST_VALUE(lives.course_id) OVER life_versions AS course_id,
    FIRST_VALUE(lives.class_code) OVER life_versions AS class_code,
    FIRST_VALUE(lives.class_type) OVER life_versions AS class_type,
    FIRST_VALUE(lives.school_id) OVER life_versions AS school_id,
    FIRST_VALUE(lives.term_ids) OVER life_versions AS term_ids,
    FIRST_VALUE(lives.subjects) OVER life_versions AS subjects,
    FIRST_VALUE(lives.periods) OVER life_versions AS periods,
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
  WINDOW life_versions AS (PARTITION BY lives.class_id, lives.life ORDER BY lives.version_no NULLS LAST)
), compared AS (
  SELECT
    filled.class_id AS class_id,
    filled.status AS status,
    filled.title AS title,
    filled.course_id AS course_id,
    filled.class_code AS class_code,
    filled.class_type AS class_type,
    filled.school_id AS school_id,
    filled.term_ids AS term_ids,
    filled.subjects AS subjects,
    filled.periods AS periods,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.title IS NOT DISTINCT FROM LAG(filled.title) OVER versions
      AND filled.course_id IS NOT DISTINCT FROM LAG(filled.course_id) OVER versions
      AND filled.class_code IS NOT DISTINCT FROM LAG(filled.class_code) OVER versions
      AND filled.class_type IS NOT DISTINCT FROM LAG(filled.class_type) OVER versions
      AND filled.school_id IS NOT DISTINCT FROM LAG(filled.school_id) OVER versions
      AND filled.term_ids IS NOT DISTINCT FROM LAG(filled.term_ids) OVER versions
      AND filled.subjects IS NOT DISTINCT FROM LAG(filled.subjects) OVER versions
      AND filled.periods IS NOT DISTINCT FROM LAG(filled.periods) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.class_id
    ORDER BY filled.as_of NULLS LAST, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, filled.is_deleted NULLS LAST, filled.batch_id NULLS LAST, filled.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.class_id AS class_id,
    compared.status AS status,
    compared.title AS title,
    compared.course_id AS course_id,
    compared.class_code AS class_code,
    compared.class_type AS class_type,
    compared.school_id AS school_id,
    compared.term_ids AS term_ids,
    compared.subjects AS subjects,
    compared.periods AS periods,
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
      PARTITION BY compared.class_id
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.class_id AS class_id,
    runs.status AS status,
    runs.title AS title,
    runs.course_id AS course_id,
    runs.class_code AS class_code,
    runs.class_type AS class_type,
    runs.school_id AS school_id,
    runs.term_ids AS term_ids,
    runs.subjects AS subjects,
    runs.periods AS periods,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.class_id, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.class_id, runs.run_no ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.class_id AS class_id,
    learned.status AS status,
    learned.title AS title,
    learned.course_id AS course_id,
    learned.class_code AS class_code,
    learned.class_type AS class_type,
    learned.school_id AS school_id,
    learned.term_ids AS term_ids,
    learned.subjects AS subjects,
    learned.periods AS periods,
    COALESCE(learned.class_id, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.class_id ORDER BY learned.version_no NULLS LAST) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.class_id AS class_id,
  history.status AS status,
  history.title AS title,
  history.course_id AS course_id,
  history.class_code AS class_code,
  history.class_type AS class_type,
  history.school_id AS school_id,
  history.term_ids AS term_ids,
  history.subjects AS subjects,
  history.periods AS periods,
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
