-- Generated from modules/oneroster/student.sql; edit that file.
WITH births AS (
  SELECT
    oneroster_demographics.user_id AS user_id,
    oneroster_demographics.birth_year AS birth_year,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY oneroster_demographics.user_id
      ORDER BY oneroster_demographics.as_of DESC, oneroster_demographics.batch_id NULLS LAST, oneroster_demographics.record_no NULLS LAST
    ) AS BIGINT) AS newest
  FROM oneroster_demographics AS oneroster_demographics
  WHERE
    oneroster_demographics.is_current AND NOT oneroster_demographics.is_deleted
), roles AS (
  SELECT
    oneroster_roles.user_id AS user_id,
    oneroster_roles.role AS role,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY oneroster_roles.user_id
      ORDER BY CASE
        WHEN LOWER(oneroster_roles.role) = 'student'
        THEN 0
        WHEN LOWER(oneroster_roles.role_type) = 'primary'
        THEN 1
        ELSE 2
      END NULLS LAST, oneroster_roles.source_key NULLS LAST, oneroster_roles.as_of DESC, oneroster_roles.batch_id NULLS LAST, oneroster_roles.record_no NULLS LAST
    ) AS BIGINT) AS first_role
  FROM oneroster_roles AS oneroster_roles
  WHERE
    oneroster_roles.is_current AND NOT oneroster_roles.is_deleted
), people AS (
  SELECT
    u.user_id AS user_id,
    COALESCE(u.role, r.role) AS role,
    CAST(NULLIF(TRIM(NULLIF(SPLIT_PART(u.grades, ',', 1), '')), '') AS STRING) AS grade,
    b.birth_year AS birth_year,
    u.source_key AS source_key,
    u.batch_id AS batch_id,
    u.record_no AS record_no,
    u.as_of AS as_of,
    u.change_no AS change_no,
    u.known_from AS known_from,
    u.known_basis AS known_basis,
    u.is_current AS is_current,
    u.is_deleted AS is_deleted
  FROM oneroster_users AS u
  LEFT JOIN roles AS r
    ON r.user_id = u.user_id AND r.first_role = 1
  LEFT JOIN births AS b
    ON b.user_id = u.user_id AND b.newest = 1
)
SELECT
  CAST('oneroster_user' AS STRING) AS id_system,
  CAST(people.user_id AS STRING) AS student_id,
  CAST(CASE
    WHEN LOWER(people.role) = 'student'
    THEN 'student'
    WHEN LOWER(people.role) IN ('guardian', 'parent', 'relative')
    THEN 'other'
    WHEN NOT people.role IS NULL
    THEN 'staff'
  END AS STRING) AS role,
  CAST(CASE
    WHEN people.grade RLIKE '^[1-9]$'
    THEN LPAD(people.grade, 2, '0')
    WHEN LOWER(people.grade) IN ('k', 'kf', 'kindergarten', '0', '00')
    THEN 'KG'
    ELSE people.grade
  END AS STRING) AS grade_level,
  CAST(people.birth_year AS BIGINT) AS birth_year,
  CAST(NULL AS BIGINT) AS graduation_year,
  CAST('oneroster' AS STRING) AS module,
  CAST('users' AS STRING) AS source_table,
  CAST(people.source_key AS STRING) AS source_key,
  CAST(people.batch_id AS STRING) AS batch_id,
  CAST(people.record_no AS BIGINT) AS record_no,
  CAST(people.as_of AS TIMESTAMP) AS as_of,
  CAST(people.change_no AS BIGINT) AS change_no,
  CAST(people.known_from AS DATE) AS known_from,
  CAST(people.known_basis AS STRING) AS known_basis,
  CAST(people.is_current AS BOOLEAN) AS is_current,
  CAST(people.is_deleted AS BOOLEAN) AS is_deleted
FROM people AS people
