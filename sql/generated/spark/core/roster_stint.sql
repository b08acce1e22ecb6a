-- Generated from sql/core/roster_stint.sql; edit that file.
WITH ranks AS (
  SELECT
    module_rank.module AS module,
    module_rank.authority_rank AS authority_rank
  FROM module_rank AS module_rank
), years AS (
  SELECT
    school_year_span.school_year AS school_year,
    school_year_span.year_begin AS year_begin,
    school_year_span.year_end AS year_end
  FROM school_year_span AS school_year_span
), last_year AS (
  SELECT
    MAX(years.year_end) AS year_end
  FROM years AS years
), versions AS (
  SELECT
    v.student_key AS student_key,
    v.school_key AS school_key,
    v.grade_level AS grade_level,
    v.is_primary AS is_primary,
    v.entry_reason AS entry_reason,
    v.exit_reason AS exit_reason,
    v.module AS module,
    v.source_table AS source_table,
    v.source_key AS source_key,
    COALESCE(r.authority_rank, 9) AS authority_rank,
    COALESCE(v.begin_date, y.year_begin) AS begin_date,
    v.end_date AS end_date,
    CASE WHEN v.has_school_year THEN y.year_end END AS named_end
  FROM enrollment_version AS v
  LEFT JOIN years AS y
    ON y.school_year = v.school_year
  LEFT JOIN ranks AS r
    ON r.module = v.module
  WHERE
    v.is_current AND NOT v.is_deleted AND NOT v.student_key IS NULL AND NOT v.school_key IS NULL
), filled AS (
  SELECT
    v.student_key AS student_key,
    v.school_key AS school_key,
    v.grade_level AS grade_level,
    v.is_primary AS is_primary,
    v.entry_reason AS entry_reason,
    v.exit_reason AS exit_reason,
    v.module AS module,
    v.source_table AS source_table,
    v.source_key AS source_key,
    v.authority_rank AS authority_rank,
    v.begin_date AS begin_date,
    v.end_date IS NULL AS is_open,
    CASE
      WHEN NOT v.end_date IS NULL
      THEN v.end_date
      WHEN v.named_end > v.begin_date
      THEN v.named_end
      ELSE l.year_end
    END AS end_date
  FROM versions AS v
  CROSS JOIN last_year AS l
), cut AS (
  SELECT
    f.student_key AS student_key,
    f.school_key AS school_key,
    y.school_year AS school_year,
    CASE WHEN f.begin_date > y.year_begin THEN f.begin_date ELSE y.year_begin END AS begin_date,
    CASE WHEN f.end_date < y.year_end THEN f.end_date ELSE y.year_end END AS end_date,
    f.grade_level AS grade_level,
    f.is_primary AS is_primary,
    CASE WHEN f.begin_date >= y.year_begin THEN f.entry_reason END AS entry_reason,
    CASE WHEN f.end_date <= y.year_end THEN f.exit_reason END AS exit_reason,
    f.is_open AND f.end_date <= y.year_end AS is_open,
    f.module AS module,
    f.source_table AS source_table,
    f.source_key AS source_key,
    f.authority_rank AS authority_rank
  FROM filled AS f
  INNER JOIN years AS y
    ON f.begin_date < y.year_end AND f.end_date > y.year_begin
  WHERE
    f.begin_date < f.end_date
), trusted AS (
  SELECT
    cut.student_key AS student_key,
    cut.school_year AS school_year,
    MIN(cut.authority_rank) AS authority_rank
  FROM cut AS cut
  GROUP BY
    cut.student_key,
    cut.school_year
)
SELECT
  CAST(c.student_key AS STRING) AS student_key,
  CAST(c.school_key AS STRING) AS school_key,
  CAST(c.school_year AS INT) AS school_year,
  CAST(c.begin_date AS DATE) AS begin_date,
  CAST(c.end_date AS DATE) AS end_date,
  CAST(c.grade_level AS STRING) AS grade_level,
  CAST(c.is_primary AS BOOLEAN) AS is_primary,
  CAST(c.entry_reason AS STRING) AS entry_reason,
  CAST(c.exit_reason AS STRING) AS exit_reason,
  CAST(c.is_open AS BOOLEAN) AS is_open,
  CAST(c.module AS STRING) AS module,
  CAST(c.source_table AS STRING) AS source_table,
  CAST(c.source_key AS STRING) AS source_key,
  CAST('all' AS STRING) AS part
FROM cut AS c
INNER JOIN trusted AS t
  ON t.student_key = c.student_key
  AND t.school_year = c.school_year
  AND t.authority_rank = c.authority_rank
