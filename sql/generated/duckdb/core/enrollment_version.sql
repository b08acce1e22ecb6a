-- Generated from sql/core/enrollment_version.sql; edit that file.
WITH settings AS (
  SELECT
    policy.first_month AS first_month
  FROM policy AS policy
), stints AS (
  SELECT
    m.student_key AS student_key,
    COALESCE(a.school_key, LOWER(REPLACE(TRIM(e.source_school_id), '-', ''))) AS school_key,
    COALESCE(g.grade, e.grade_level) AS grade_level,
    e.school_year AS school_year,
    e.begin_date AS begin_date,
    e.end_date AS end_date,
    e.is_primary AS is_primary,
    e.entry_reason AS entry_reason,
    e.exit_reason AS exit_reason,
    e.enrollment_basis AS enrollment_basis,
    COALESCE(e.begin_date, CAST(e.as_of AS DATE)) AS dated,
    s.first_month AS first_month,
    e.id_system AS id_system,
    e.student_id AS student_id,
    e.module AS module,
    e.source_table AS source_table,
    e.source_key AS source_key,
    e.batch_id AS batch_id,
    e.record_no AS record_no,
    e.as_of AS as_of,
    e.change_no AS change_no,
    e.known_from AS known_from,
    e.known_basis AS known_basis,
    e.is_current AS is_current,
    e.is_deleted AS is_deleted
  FROM mapped_enrollment AS e
  CROSS JOIN settings AS s
  LEFT JOIN identity_map AS m
    ON m.id_system = e.id_system AND m.id = e.student_id
  LEFT JOIN grade_code AS g
    ON g.spelling = REGEXP_REPLACE(LOWER(e.grade_level), '[^a-z0-9-]', '', 'g')
  LEFT JOIN school_alias AS a
    ON a.module = e.module AND a.source_school_id = e.source_school_id
)
SELECT
  CAST(stints.student_key AS TEXT) AS student_key,
  CAST(stints.school_key AS TEXT) AS school_key,
  CAST(stints.grade_level AS TEXT) AS grade_level,
  CAST(COALESCE(
    stints.school_year,
    YEAR(stints.dated) + CASE WHEN stints.first_month > 1 AND MONTH(stints.dated) >= stints.first_month THEN 1 ELSE 0 END
  ) AS INT) AS school_year,
  CAST(stints.begin_date AS DATE) AS begin_date,
  CAST(stints.end_date AS DATE) AS end_date,
  CAST(stints.is_primary AS BOOLEAN) AS is_primary,
  CAST(stints.entry_reason AS TEXT) AS entry_reason,
  CAST(stints.exit_reason AS TEXT) AS exit_reason,
  CAST(stints.enrollment_basis AS TEXT) AS enrollment_basis,
  CAST(NOT stints.school_year IS NULL AS BOOLEAN) AS has_school_year,
  CAST(stints.id_system AS TEXT) AS id_system,
  CAST(stints.student_id AS TEXT) AS student_id,
  CAST(stints.module AS TEXT) AS module,
  CAST(stints.source_table AS TEXT) AS source_table,
  CAST(stints.source_key AS TEXT) AS source_key,
  CAST(stints.batch_id AS TEXT) AS batch_id,
  CAST(stints.record_no AS BIGINT) AS record_no,
  CAST(stints.as_of AS TIMESTAMP) AS as_of,
  CAST(stints.change_no AS BIGINT) AS change_no,
  CAST(stints.known_from AS DATE) AS known_from,
  CAST(stints.known_basis AS TEXT) AS known_basis,
  CAST(stints.is_current AS BOOLEAN) AS is_current,
  CAST(stints.is_deleted AS BOOLEAN) AS is_deleted,
  CAST('all' AS TEXT) AS part
FROM stints AS stints
