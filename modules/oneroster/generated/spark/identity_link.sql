-- Generated from modules/oneroster/identity_link.sql; edit that file.
WITH links AS (
  SELECT
    oneroster_users.user_id AS user_id,
    'sis_student' AS id_system_b,
    oneroster_users.identifier AS id_b,
    'OneRoster identifier' AS basis,
    oneroster_users.source_key AS source_key,
    oneroster_users.batch_id AS batch_id,
    oneroster_users.record_no AS record_no,
    oneroster_users.as_of AS as_of,
    oneroster_users.change_no AS change_no,
    oneroster_users.known_from AS known_from,
    oneroster_users.known_basis AS known_basis,
    oneroster_users.is_current AS is_current,
    oneroster_users.is_deleted AS is_deleted
  FROM oneroster_users AS oneroster_users
  UNION ALL
  SELECT
    oneroster_users.user_id AS user_id,
    'email' AS id_system_b,
    oneroster_users.email AS id_b,
    'OneRoster e-mail' AS basis,
    oneroster_users.source_key AS source_key,
    oneroster_users.batch_id AS batch_id,
    oneroster_users.record_no AS record_no,
    oneroster_users.as_of AS as_of,
    oneroster_users.change_no AS change_no,
    oneroster_users.known_from AS known_from,
    oneroster_users.known_basis AS known_basis,
    oneroster_users.is_current AS is_current,
    oneroster_users.is_deleted AS is_deleted
  FROM oneroster_users AS oneroster_users
  UNION ALL
  SELECT
    oneroster_users.user_id AS user_id,
    'upn' AS id_system_b,
    oneroster_users.username AS id_b,
    'OneRoster user name' AS basis,
    oneroster_users.source_key AS source_key,
    oneroster_users.batch_id AS batch_id,
    oneroster_users.record_no AS record_no,
    oneroster_users.as_of AS as_of,
    oneroster_users.change_no AS change_no,
    oneroster_users.known_from AS known_from,
    oneroster_users.known_basis AS known_basis,
    oneroster_users.is_current AS is_current,
    oneroster_users.is_deleted AS is_deleted
  FROM oneroster_users AS oneroster_users
), holders AS (
  SELECT
    links.id_system_b AS id_system_b,
    links.id_b AS id_b,
    COUNT(DISTINCT links.user_id) AS users
  FROM links AS links
  WHERE
    links.is_current AND NOT links.is_deleted AND NOT links.id_b IS NULL
  GROUP BY
    links.id_system_b,
    links.id_b
)
SELECT
  CAST('oneroster_user' AS STRING) AS id_system_a,
  CAST(l.user_id AS STRING) AS id_a,
  CAST(l.id_system_b AS STRING) AS id_system_b,
  CAST(l.id_b AS STRING) AS id_b,
  CAST(l.basis AS STRING) AS basis,
  CAST('oneroster' AS STRING) AS module,
  CAST('users' AS STRING) AS source_table,
  CAST(l.source_key AS STRING) AS source_key,
  CAST(l.batch_id AS STRING) AS batch_id,
  CAST(l.record_no AS BIGINT) AS record_no,
  CAST(l.as_of AS TIMESTAMP) AS as_of,
  CAST(l.change_no AS BIGINT) AS change_no,
  CAST(l.known_from AS DATE) AS known_from,
  CAST(l.known_basis AS STRING) AS known_basis,
  CAST(l.is_current AS BOOLEAN) AS is_current,
  CAST(l.is_deleted AS BOOLEAN) AS is_deleted
FROM links AS l
INNER JOIN holders AS h
  ON h.id_system_b = l.id_system_b AND h.id_b = l.id_b AND h.users = 1
