-- Generated from sql/core/student_identifier.sql; edit that file.
WITH seen AS (
  SELECT
    identity_seen.module AS module,
    identity_seen.id_system AS id_system,
    identity_seen.id AS id,
    identity_seen.first_seen AS first_seen
  FROM identity_seen AS identity_seen
), roles AS (
  SELECT
    student_version.id_system AS id_system,
    student_version.student_id AS student_id,
    BOOL_OR(student_version.role = 'student') AS is_student,
    BOOL_OR(student_version.role IN ('staff', 'other')) AS is_other
  FROM student_version AS student_version
  WHERE
    student_version.is_current AND NOT student_version.role IS NULL
  GROUP BY
    student_version.id_system,
    student_version.student_id
)
SELECT
  CAST(s.module AS STRING) AS module,
  CAST(s.id_system AS STRING) AS id_system,
  CAST(s.id AS STRING) AS id,
  CAST(m.student_key AS STRING) AS student_key,
  CAST(COALESCE(r.is_other AND NOT r.is_student AND m.student_key IS NULL, FALSE) AS BOOLEAN) AS is_staff,
  CAST(s.first_seen AS DATE) AS first_seen,
  CAST('all' AS STRING) AS part
FROM seen AS s
LEFT JOIN identity_map AS m
  ON m.id_system = s.id_system AND m.id = s.id
LEFT JOIN roles AS r
  ON r.id_system = s.id_system AND r.student_id = s.id
