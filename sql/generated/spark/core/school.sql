-- Generated from sql/core/school.sql; edit that file.
WITH ranks AS (
  SELECT
    module_rank.module AS module,
    module_rank.authority_rank AS authority_rank
  FROM module_rank AS module_rank
), aliases AS (
  SELECT
    school_alias.module AS module,
    school_alias.source_school_id AS source_school_id,
    school_alias.school_key AS school_key
  FROM school_alias AS school_alias
), listed AS (
  SELECT
    a.school_key AS school_key,
    s.school_name AS school_name,
    s.school_type AS school_type,
    s.module AS module,
    s.is_deleted AS is_deleted,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY a.school_key
      ORDER BY CASE WHEN s.is_deleted THEN 1 ELSE 0 END NULLS LAST, CASE WHEN s.school_name IS NULL THEN 1 ELSE 0 END NULLS LAST, COALESCE(r.authority_rank, 9) NULLS LAST, s.module NULLS LAST, s.source_table NULLS LAST, s.source_key NULLS LAST, s.as_of DESC, s.batch_id NULLS LAST, s.record_no NULLS LAST
    ) AS BIGINT) AS position
  FROM mapped_school AS s
  INNER JOIN aliases AS a
    ON a.module = s.module AND a.source_school_id = s.source_school_id
  LEFT JOIN ranks AS r
    ON r.module = s.module
  WHERE
    s.is_current
), pointed_to AS (
  SELECT
    aliases.school_key AS school_key
  FROM aliases AS aliases
  UNION ALL
  SELECT
    enrollment.school_key AS school_key
  FROM enrollment AS enrollment
  UNION ALL
  SELECT
    attendance_student_month.school_key AS school_key
  FROM attendance_student_month AS attendance_student_month
  UNION ALL
  SELECT
    digital_student_month.school_key AS school_key
  FROM digital_student_month AS digital_student_month
), schools AS (
  SELECT
    pointed_to.school_key AS school_key
  FROM pointed_to AS pointed_to
  WHERE
    NOT pointed_to.school_key IS NULL
  GROUP BY
    pointed_to.school_key
)
SELECT
  CAST(s.school_key AS STRING) AS school_key,
  CAST(COALESCE(l.school_name, s.school_key) AS STRING) AS school_name,
  CAST(l.school_type AS STRING) AS school_type,
  CAST(l.module AS STRING) AS listed_by,
  CAST(COALESCE(l.is_deleted, FALSE) AS BOOLEAN) AS is_closed,
  CAST('all' AS STRING) AS part
FROM schools AS s
LEFT JOIN listed AS l
  ON l.school_key = s.school_key AND l.position = 1
