-- Generated from sql/core/student.sql; edit that file.
WITH known AS (
  SELECT
    identity_map.student_key AS student_key
  FROM identity_map AS identity_map
  GROUP BY
    identity_map.student_key
), ranks AS (
  SELECT
    module_rank.module AS module,
    module_rank.authority_rank AS authority_rank
  FROM module_rank AS module_rank
), records AS (
  SELECT
    v.student_key AS student_key,
    v.grade_level AS grade_level,
    v.birth_year AS birth_year,
    v.graduation_year AS graduation_year,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY v.student_key
      ORDER BY CASE WHEN v.grade_level IS NULL THEN 1 ELSE 0 END NULLS LAST, COALESCE(r.authority_rank, 9) NULLS LAST, v.as_of DESC, v.module NULLS LAST, v.source_table NULLS LAST, v.source_key NULLS LAST, v.batch_id NULLS LAST, v.record_no NULLS LAST
    ) AS BIGINT) AS grade_position,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY v.student_key
      ORDER BY CASE WHEN v.birth_year IS NULL THEN 1 ELSE 0 END NULLS LAST, COALESCE(r.authority_rank, 9) NULLS LAST, v.as_of DESC, v.module NULLS LAST, v.source_table NULLS LAST, v.source_key NULLS LAST, v.batch_id NULLS LAST, v.record_no NULLS LAST
    ) AS BIGINT) AS birth_position,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY v.student_key
      ORDER BY CASE WHEN v.graduation_year IS NULL THEN 1 ELSE 0 END NULLS LAST, COALESCE(r.authority_rank, 9) NULLS LAST, v.as_of DESC, v.module NULLS LAST, v.source_table NULLS LAST, v.source_key NULLS LAST, v.batch_id NULLS LAST, v.record_no NULLS LAST
    ) AS BIGINT) AS graduation_position
  FROM student_version AS v
  LEFT JOIN ranks AS r
    ON r.module = v.module
  WHERE
    v.is_current AND NOT v.is_deleted AND NOT v.student_key IS NULL
), described AS (
  SELECT
    records.student_key AS student_key,
    MAX(CASE WHEN records.grade_position = 1 THEN records.grade_level END) AS grade_level,
    MAX(CASE WHEN records.birth_position = 1 THEN records.birth_year END) AS birth_year,
    MAX(CASE WHEN records.graduation_position = 1 THEN records.graduation_year END) AS graduation_year
  FROM records AS records
  GROUP BY
    records.student_key
)
SELECT
  CAST(k.student_key AS STRING) AS student_key,
  CAST(d.grade_level AS STRING) AS grade_level,
  CAST(d.birth_year AS BIGINT) AS birth_year,
  CAST(d.graduation_year AS BIGINT) AS graduation_year,
  CAST(NOT d.student_key IS NULL AS BOOLEAN) AS has_record,
  CAST('all' AS STRING) AS part
FROM known AS k
LEFT JOIN described AS d
  ON d.student_key = k.student_key
