-- Generated from modules/oneroster/enrollment.sql; edit that file.
WITH positions AS (
  SELECT
    t.place AS place
  FROM EXPLODE(SEQUENCE(1, 5)) AS t(place)
), organisations AS (
  SELECT
    oneroster_orgs.org_id AS org_id,
    LOWER(oneroster_orgs.org_type) AS org_type,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY oneroster_orgs.org_id
      ORDER BY oneroster_orgs.as_of DESC, oneroster_orgs.batch_id NULLS LAST, oneroster_orgs.record_no NULLS LAST
    ) AS BIGINT) AS newest
  FROM oneroster_orgs AS oneroster_orgs
  WHERE
    oneroster_orgs.is_current
), years AS (
  SELECT
    oneroster_academic_sessions.school_year AS school_year,
    MIN(oneroster_academic_sessions.begin_date) AS begin_date,
    MAX(oneroster_academic_sessions.end_date) AS end_date
  FROM oneroster_academic_sessions AS oneroster_academic_sessions
  WHERE
    oneroster_academic_sessions.is_current AND NOT oneroster_academic_sessions.is_deleted
  GROUP BY
    oneroster_academic_sessions.school_year
), deliveries AS (
  SELECT
    oneroster_users.as_of AS as_of
  FROM oneroster_users AS oneroster_users
  GROUP BY
    oneroster_users.as_of
), year_begins AS (
  SELECT
    d.as_of AS as_of,
    MAX(y.begin_date) AS begin_date
  FROM deliveries AS d
  INNER JOIN years AS y
    ON y.begin_date <= CAST(d.as_of AS DATE) AND CAST(d.as_of AS DATE) < y.end_date
  GROUP BY
    d.as_of
), versions AS (
  SELECT
    oneroster_users.user_id AS user_id,
    oneroster_users.org_ids AS org_ids,
    oneroster_users.grades AS grades,
    oneroster_users.role AS role,
    oneroster_users.primary_org_id AS primary_org_id,
    oneroster_users.source_key AS source_key,
    oneroster_users.batch_id AS batch_id,
    oneroster_users.record_no AS record_no,
    oneroster_users.as_of AS as_of,
    oneroster_users.change_no AS change_no,
    oneroster_users.known_from AS known_from,
    oneroster_users.known_basis AS known_basis,
    oneroster_users.is_current AS is_current,
    oneroster_users.is_deleted AS is_deleted,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY oneroster_users.user_id
      ORDER BY oneroster_users.as_of NULLS LAST, oneroster_users.change_no NULLS LAST, oneroster_users.is_deleted NULLS LAST, oneroster_users.batch_id NULLS LAST, oneroster_users.record_no NULLS LAST
    ) AS BIGINT) AS version_no,
    LEAD(oneroster_users.as_of) OVER (
      PARTITION BY oneroster_users.user_id
      ORDER BY oneroster_users.as_of NULLS LAST, oneroster_users.change_no NULLS LAST, oneroster_users.is_deleted NULLS LAST, oneroster_users.batch_id NULLS LAST, oneroster_users.record_no NULLS LAST
    ) AS next_as_of,
    LEAD(oneroster_users.batch_id) OVER (
      PARTITION BY oneroster_users.user_id
      ORDER BY oneroster_users.as_of NULLS LAST, oneroster_users.change_no NULLS LAST, oneroster_users.is_deleted NULLS LAST, oneroster_users.batch_id NULLS LAST, oneroster_users.record_no NULLS LAST
    ) AS next_batch_id,
    LEAD(oneroster_users.record_no) OVER (
      PARTITION BY oneroster_users.user_id
      ORDER BY oneroster_users.as_of NULLS LAST, oneroster_users.change_no NULLS LAST, oneroster_users.is_deleted NULLS LAST, oneroster_users.batch_id NULLS LAST, oneroster_users.record_no NULLS LAST
    ) AS next_record_no,
    LEAD(oneroster_users.known_from) OVER (
      PARTITION BY oneroster_users.user_id
      ORDER BY oneroster_users.as_of NULLS LAST, oneroster_users.change_no NULLS LAST, oneroster_users.is_deleted NULLS LAST, oneroster_users.batch_id NULLS LAST, oneroster_users.record_no NULLS LAST
    ) AS next_known_from,
    LEAD(oneroster_users.known_basis) OVER (
      PARTITION BY oneroster_users.user_id
      ORDER BY oneroster_users.as_of NULLS LAST, oneroster_users.change_no NULLS LAST, oneroster_users.is_deleted NULLS LAST, oneroster_users.batch_id NULLS LAST, oneroster_users.record_no NULLS LAST
    ) AS next_known_basis
  FROM oneroster_users AS oneroster_users
), listed AS (
  SELECT
    v.user_id AS user_id,
    v.grades AS grades,
    v.primary_org_id AS primary_org_id,
    p.place AS place,
    v.version_no AS version_no,
    y.begin_date AS year_begin,
    CAST(NULLIF(TRIM(NULLIF(SPLIT_PART(v.org_ids, ',', p.place), '')), '') AS STRING) AS org_id,
    v.source_key AS source_key,
    v.batch_id AS batch_id,
    v.record_no AS record_no,
    v.as_of AS as_of,
    v.change_no AS change_no,
    v.known_from AS known_from,
    v.known_basis AS known_basis,
    v.next_as_of AS next_as_of,
    v.next_batch_id AS next_batch_id,
    v.next_record_no AS next_record_no,
    v.next_known_from AS next_known_from,
    v.next_known_basis AS next_known_basis
  FROM versions AS v
  CROSS JOIN positions AS p
  LEFT JOIN year_begins AS y
    ON y.as_of = v.as_of
  WHERE
    NOT v.is_deleted AND LOWER(v.role) = 'student'
), open_pieces AS (
  SELECT
    'users' AS source_table,
    listed.user_id AS user_id,
    listed.org_id AS org_id,
    listed.grades AS grades,
    CASE WHEN listed.version_no > 1 THEN CAST(listed.as_of AS DATE) ELSE listed.year_begin END AS begin_date,
    CAST(NULL AS DATE) AS end_date,
    CASE
      WHEN NOT listed.primary_org_id IS NULL
      THEN listed.primary_org_id = listed.org_id
      ELSE listed.place = 1
    END AS is_primary,
    listed.source_key || '|' || listed.org_id || '|' || CAST(listed.version_no AS STRING) AS source_key,
    listed.batch_id AS batch_id,
    listed.record_no AS record_no,
    listed.as_of AS as_of,
    listed.change_no AS change_no,
    listed.known_from AS known_from,
    listed.known_basis AS known_basis,
    listed.next_as_of IS NULL AS is_current,
    FALSE AS is_deleted
  FROM listed AS listed
  WHERE
    NOT listed.org_id IS NULL
), closed_pieces AS (
  SELECT
    'users' AS source_table,
    listed.user_id AS user_id,
    listed.org_id AS org_id,
    listed.grades AS grades,
    CASE
      WHEN listed.version_no > 1 OR listed.year_begin IS NULL
      THEN CAST(listed.as_of AS DATE)
      ELSE listed.year_begin
    END AS begin_date,
    CAST(listed.next_as_of AS DATE) AS end_date,
    CASE
      WHEN NOT listed.primary_org_id IS NULL
      THEN listed.primary_org_id = listed.org_id
      ELSE listed.place = 1
    END AS is_primary,
    listed.source_key || '|' || listed.org_id || '|' || CAST(listed.version_no AS STRING) AS source_key,
    listed.next_batch_id AS batch_id,
    listed.next_record_no AS record_no,
    listed.next_as_of AS as_of,
    listed.change_no AS change_no,
    listed.next_known_from AS known_from,
    listed.next_known_basis AS known_basis,
    TRUE AS is_current,
    FALSE AS is_deleted
  FROM listed AS listed
  WHERE
    NOT listed.org_id IS NULL AND NOT listed.next_as_of IS NULL
), grades AS (
  SELECT
    oneroster_users.user_id AS user_id,
    oneroster_users.grades AS grades,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY oneroster_users.user_id
      ORDER BY oneroster_users.as_of DESC, oneroster_users.batch_id NULLS LAST, oneroster_users.record_no NULLS LAST
    ) AS BIGINT) AS newest
  FROM oneroster_users AS oneroster_users
  WHERE
    oneroster_users.is_current
), roles AS (
  SELECT
    'roles' AS source_table,
    r.user_id AS user_id,
    r.org_id AS org_id,
    g.grades AS grades,
    r.begin_date AS begin_date,
    CASE
      WHEN r.is_deleted AND (
        r.end_date IS NULL OR CAST(r.as_of AS DATE) < r.end_date
      )
      THEN CAST(r.as_of AS DATE)
      ELSE r.end_date
    END AS end_date,
    LOWER(r.role_type) = 'primary' AS is_primary,
    r.source_key AS source_key,
    r.batch_id AS batch_id,
    r.record_no AS record_no,
    r.as_of AS as_of,
    r.change_no AS change_no,
    r.known_from AS known_from,
    r.known_basis AS known_basis,
    r.is_current AS is_current,
    CASE WHEN r.is_deleted AND r.begin_date >= CAST(r.as_of AS DATE) THEN TRUE ELSE FALSE END AS is_deleted
  FROM oneroster_roles AS r
  LEFT JOIN grades AS g
    ON g.user_id = r.user_id AND g.newest = 1
  WHERE
    LOWER(r.role) = 'student'
), stints AS (
  SELECT
    open_pieces.source_table AS source_table,
    open_pieces.user_id AS user_id,
    open_pieces.org_id AS org_id,
    open_pieces.grades AS grades,
    open_pieces.begin_date AS begin_date,
    open_pieces.end_date AS end_date,
    open_pieces.is_primary AS is_primary,
    open_pieces.source_key AS source_key,
    open_pieces.batch_id AS batch_id,
    open_pieces.record_no AS record_no,
    open_pieces.as_of AS as_of,
    open_pieces.change_no AS change_no,
    open_pieces.known_from AS known_from,
    open_pieces.known_basis AS known_basis,
    open_pieces.is_current AS is_current,
    open_pieces.is_deleted AS is_deleted
  FROM open_pieces AS open_pieces
  UNION ALL
  SELECT
    closed_pieces.source_table AS source_table,
    closed_pieces.user_id AS user_id,
    closed_pieces.org_id AS org_id,
    closed_pieces.grades AS grades,
    closed_pieces.begin_date AS begin_date,
    closed_pieces.end_date AS end_date,
    closed_pieces.is_primary AS is_primary,
    closed_pieces.source_key AS source_key,
    closed_pieces.batch_id AS batch_id,
    closed_pieces.record_no AS record_no,
    closed_pieces.as_of AS as_of,
    closed_pieces.change_no AS change_no,
    closed_pieces.known_from AS known_from,
    closed_pieces.known_basis AS known_basis,
    closed_pieces.is_current AS is_current,
    closed_pieces.is_deleted AS is_deleted
  FROM closed_pieces AS closed_pieces
  UNION ALL
  SELECT
    roles.source_table AS source_table,
    roles.user_id AS user_id,
    roles.org_id AS org_id,
    roles.grades AS grades,
    roles.begin_date AS begin_date,
    roles.end_date AS end_date,
    roles.is_primary AS is_primary,
    roles.source_key AS source_key,
    roles.batch_id AS batch_id,
    roles.record_no AS record_no,
    roles.as_of AS as_of,
    roles.change_no AS change_no,
    roles.known_from AS known_from,
    roles.known_basis AS known_basis,
    roles.is_current AS is_current,
    roles.is_deleted AS is_deleted
  FROM roles AS roles
), at_school AS (
  SELECT
    s.source_table AS source_table,
    s.user_id AS user_id,
    s.org_id AS org_id,
    CAST(NULLIF(TRIM(NULLIF(SPLIT_PART(s.grades, ',', 1), '')), '') AS STRING) AS grade,
    s.begin_date AS begin_date,
    s.end_date AS end_date,
    s.is_primary AS is_primary,
    s.source_key AS source_key,
    s.batch_id AS batch_id,
    s.record_no AS record_no,
    s.as_of AS as_of,
    s.change_no AS change_no,
    s.known_from AS known_from,
    s.known_basis AS known_basis,
    s.is_current AS is_current,
    s.is_deleted AS is_deleted
  FROM stints AS s
  LEFT JOIN organisations AS o
    ON o.org_id = s.org_id AND o.newest = 1
  WHERE
    o.org_type IS NULL OR o.org_type IN ('school', 'department')
)
SELECT
  CAST('oneroster_user' AS STRING) AS id_system,
  CAST(at_school.user_id AS STRING) AS student_id,
  CAST(at_school.org_id AS STRING) AS source_school_id,
  CAST(CASE
    WHEN at_school.grade RLIKE '^[1-9]$'
    THEN LPAD(at_school.grade, 2, '0')
    WHEN LOWER(at_school.grade) IN ('k', 'kf', 'kindergarten', '0', '00')
    THEN 'KG'
    ELSE at_school.grade
  END AS STRING) AS grade_level,
  CAST(NULL AS INT) AS school_year,
  CAST(at_school.begin_date AS DATE) AS begin_date,
  CAST(at_school.end_date AS DATE) AS end_date,
  CAST(at_school.is_primary AS BOOLEAN) AS is_primary,
  CAST(NULL AS STRING) AS entry_reason,
  CAST(NULL AS STRING) AS exit_reason,
  CAST('roster' AS STRING) AS enrollment_basis,
  CAST('oneroster' AS STRING) AS module,
  CAST(at_school.source_table AS STRING) AS source_table,
  CAST(at_school.source_key AS STRING) AS source_key,
  CAST(at_school.batch_id AS STRING) AS batch_id,
  CAST(at_school.record_no AS BIGINT) AS record_no,
  CAST(at_school.as_of AS TIMESTAMP) AS as_of,
  CAST(at_school.change_no AS BIGINT) AS change_no,
  CAST(at_school.known_from AS DATE) AS known_from,
  CAST(at_school.known_basis AS STRING) AS known_basis,
  CAST(at_school.is_current AS BOOLEAN) AS is_current,
  CAST(at_school.is_deleted AS BOOLEAN) AS is_deleted
FROM at_school AS at_school
