-- Generated from modules/oneroster/section_enrollment.sql; edit that file.
WITH positions AS (
  SELECT
    t.place AS place
  FROM EXPLODE(SEQUENCE(1, 5)) AS t(place)
), class_terms AS (
  SELECT
    c.class_id AS class_id,
    CAST(NULLIF(TRIM(NULLIF(SPLIT_PART(c.term_ids, ',', p.place), '')), '') AS STRING) AS session_id
  FROM oneroster_classes AS c
  CROSS JOIN positions AS p
  WHERE
    c.is_current AND NOT c.is_deleted
), class_spans AS (
  SELECT
    t.class_id AS class_id,
    MIN(s.begin_date) AS begin_date,
    MAX(s.end_date) AS end_date
  FROM class_terms AS t
  INNER JOIN oneroster_academic_sessions AS s
    ON s.session_id = t.session_id
  WHERE
    s.is_current AND NOT s.is_deleted
  GROUP BY
    t.class_id
), stints AS (
  SELECT
    e.class_id AS class_id,
    e.user_id AS user_id,
    COALESCE(e.begin_date, s.begin_date) AS begin_date,
    COALESCE(e.end_date, s.end_date) AS end_date,
    CAST(e.as_of AS DATE) AS seen_on,
    e.source_key AS source_key,
    e.batch_id AS batch_id,
    e.record_no AS record_no,
    e.as_of AS as_of,
    e.change_no AS change_no,
    e.known_from AS known_from,
    e.known_basis AS known_basis,
    e.is_current AS is_current,
    e.is_deleted AS is_deleted
  FROM oneroster_enrollments AS e
  LEFT JOIN class_spans AS s
    ON s.class_id = e.class_id
  WHERE
    LOWER(e.role) IN ('student')
), ended AS (
  SELECT
    stints.class_id AS class_id,
    stints.user_id AS user_id,
    stints.begin_date AS begin_date,
    CASE
      WHEN stints.is_deleted AND (
        stints.end_date IS NULL OR stints.seen_on < stints.end_date
      )
      THEN stints.seen_on
      ELSE stints.end_date
    END AS end_date,
    stints.source_key AS source_key,
    stints.batch_id AS batch_id,
    stints.record_no AS record_no,
    stints.as_of AS as_of,
    stints.change_no AS change_no,
    stints.known_from AS known_from,
    stints.known_basis AS known_basis,
    stints.is_current AS is_current,
    CASE
      WHEN stints.is_deleted AND (
        stints.begin_date IS NULL OR stints.begin_date >= stints.seen_on
      )
      THEN TRUE
      ELSE FALSE
    END AS is_deleted
  FROM stints AS stints
)
SELECT
  CAST(ended.class_id AS STRING) AS source_section_id,
  CAST('oneroster_user' AS STRING) AS id_system,
  CAST(ended.user_id AS STRING) AS student_id,
  CAST(ended.begin_date AS DATE) AS begin_date,
  CAST(ended.end_date AS DATE) AS end_date,
  CAST('oneroster' AS STRING) AS module,
  CAST('enrollments' AS STRING) AS source_table,
  CAST(ended.source_key AS STRING) AS source_key,
  CAST(ended.batch_id AS STRING) AS batch_id,
  CAST(ended.record_no AS BIGINT) AS record_no,
  CAST(ended.as_of AS TIMESTAMP) AS as_of,
  CAST(ended.change_no AS BIGINT) AS change_no,
  CAST(ended.known_from AS DATE) AS known_from,
  CAST(ended.known_basis AS STRING) AS known_basis,
  CAST(ended.is_current AS BOOLEAN) AS is_current,
  CAST(ended.is_deleted AS BOOLEAN) AS is_deleted
FROM ended AS ended
