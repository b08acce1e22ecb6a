-- Generated from sql/core/enrollment.sql; edit that file.
WITH run AS (
  SELECT
    policy.run_date AS run_date
  FROM policy AS policy
), stints AS (
  SELECT
    roster_stint.student_key AS student_key,
    roster_stint.school_key AS school_key,
    roster_stint.school_year AS school_year,
    roster_stint.begin_date AS begin_date,
    roster_stint.end_date AS end_date,
    roster_stint.grade_level AS grade_level,
    roster_stint.is_primary AS is_primary,
    roster_stint.entry_reason AS entry_reason,
    roster_stint.exit_reason AS exit_reason,
    roster_stint.is_open AS is_open,
    'roster' AS basis,
    roster_stint.module AS module,
    roster_stint.source_table AS source_table,
    roster_stint.source_key AS source_key
  FROM roster_stint AS roster_stint
  UNION ALL
  SELECT
    implied_stint.student_key AS student_key,
    implied_stint.school_key AS school_key,
    implied_stint.school_year AS school_year,
    implied_stint.begin_date AS begin_date,
    implied_stint.end_date AS end_date,
    CAST(NULL AS STRING) AS grade_level,
    CAST(NULL AS BOOLEAN) AS is_primary,
    CAST(NULL AS STRING) AS entry_reason,
    CAST(NULL AS STRING) AS exit_reason,
    implied_stint.is_open AS is_open,
    implied_stint.basis AS basis,
    implied_stint.module AS module,
    '' AS source_table,
    '' AS source_key
  FROM implied_stint AS implied_stint
), withheld AS (
  SELECT
    opted_out_id.student_key AS student_key
  FROM opted_out_id AS opted_out_id
  WHERE
    opted_out_id.is_whole AND NOT opted_out_id.student_key IS NULL
  GROUP BY
    opted_out_id.student_key
), reached AS (
  SELECT
    s.student_key AS student_key,
    s.school_key AS school_key,
    s.school_year AS school_year,
    s.begin_date AS begin_date,
    s.end_date AS end_date,
    s.grade_level AS grade_level,
    s.is_primary AS is_primary,
    s.entry_reason AS entry_reason,
    s.exit_reason AS exit_reason,
    s.is_open AS is_open,
    s.basis AS basis,
    s.module AS module,
    s.source_table AS source_table,
    s.source_key AS source_key,
    MAX(s.end_date) OVER (
      PARTITION BY s.student_key, s.school_key, s.school_year
      ORDER BY s.begin_date NULLS LAST, s.end_date NULLS LAST, s.module NULLS LAST, s.source_table NULLS LAST, s.source_key NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND 1 preceding
    ) AS reach
  FROM stints AS s
  CROSS JOIN run AS u
  LEFT JOIN withheld AS w
    ON w.student_key = s.student_key
  WHERE
    s.begin_date <= u.run_date AND w.student_key IS NULL
), numbered AS (
  SELECT
    reached.student_key AS student_key,
    reached.school_key AS school_key,
    reached.school_year AS school_year,
    reached.begin_date AS begin_date,
    reached.end_date AS end_date,
    reached.grade_level AS grade_level,
    reached.is_primary AS is_primary,
    reached.entry_reason AS entry_reason,
    reached.exit_reason AS exit_reason,
    reached.is_open AS is_open,
    reached.basis AS basis,
    reached.module AS module,
    reached.source_table AS source_table,
    reached.source_key AS source_key,
    SUM(CASE WHEN reached.reach IS NULL OR reached.begin_date > reached.reach THEN 1 ELSE 0 END) OVER (
      PARTITION BY reached.student_key, reached.school_key, reached.school_year
      ORDER BY reached.begin_date NULLS LAST, reached.end_date NULLS LAST, reached.module NULLS LAST, reached.source_table NULLS LAST, reached.source_key NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS island
  FROM reached AS reached
), positioned AS (
  SELECT
    numbered.student_key AS student_key,
    numbered.school_key AS school_key,
    numbered.school_year AS school_year,
    numbered.begin_date AS begin_date,
    numbered.end_date AS end_date,
    numbered.grade_level AS grade_level,
    numbered.is_primary AS is_primary,
    numbered.entry_reason AS entry_reason,
    numbered.exit_reason AS exit_reason,
    numbered.is_open AS is_open,
    numbered.basis AS basis,
    numbered.module AS module,
    numbered.island AS island,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY numbered.student_key, numbered.school_key, numbered.school_year, numbered.island
      ORDER BY numbered.begin_date NULLS LAST, numbered.end_date NULLS LAST, numbered.module NULLS LAST, numbered.source_table NULLS LAST, numbered.source_key NULLS LAST
    ) AS BIGINT) AS from_first,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY numbered.student_key, numbered.school_key, numbered.school_year, numbered.island
      ORDER BY numbered.end_date DESC, numbered.begin_date DESC, numbered.module NULLS LAST, numbered.source_table NULLS LAST, numbered.source_key NULLS LAST
    ) AS BIGINT) AS from_last,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY numbered.student_key, numbered.school_key, numbered.school_year, numbered.island
      ORDER BY CASE WHEN numbered.grade_level IS NULL THEN 1 ELSE 0 END NULLS LAST, numbered.begin_date DESC, numbered.module NULLS LAST, numbered.source_table NULLS LAST, numbered.source_key NULLS LAST
    ) AS BIGINT) AS grade_position
  FROM numbered AS numbered
), merged AS (
  SELECT
    positioned.student_key AS student_key,
    positioned.school_key AS school_key,
    positioned.school_year AS school_year,
    MIN(positioned.begin_date) AS begin_date,
    MAX(positioned.end_date) AS end_date,
    MAX(CASE WHEN positioned.grade_position = 1 THEN positioned.grade_level END) AS grade_level,
    MIN(CASE WHEN positioned.is_primary THEN 1 WHEN positioned.is_primary IS NULL THEN 2 ELSE 3 END) AS primary_order,
    MAX(CASE WHEN positioned.from_first = 1 THEN positioned.entry_reason END) AS entry_reason,
    MAX(CASE WHEN positioned.from_last = 1 THEN positioned.exit_reason END) AS exit_reason,
    BOOL_OR(positioned.from_last = 1 AND positioned.is_open) AS is_open,
    MAX(CASE WHEN positioned.from_first = 1 THEN positioned.basis END) AS basis,
    MAX(CASE WHEN positioned.from_first = 1 THEN positioned.module END) AS module
  FROM positioned AS positioned
  GROUP BY
    positioned.student_key,
    positioned.school_key,
    positioned.school_year,
    positioned.island
), several AS (
  SELECT
    merged.student_key AS student_key,
    merged.school_year AS school_year
  FROM merged AS merged
  GROUP BY
    merged.student_key,
    merged.school_year
  HAVING
    COUNT(*) > 1
), changes AS (
  SELECT
    m.student_key AS student_key,
    m.school_year AS school_year,
    m.begin_date AS changed_on
  FROM merged AS m
  INNER JOIN several AS s
    ON s.student_key = m.student_key AND s.school_year = m.school_year
  UNION ALL
  SELECT
    m.student_key AS student_key,
    m.school_year AS school_year,
    m.end_date AS changed_on
  FROM merged AS m
  INNER JOIN several AS s
    ON s.student_key = m.student_key AND s.school_year = m.school_year
), change_days AS (
  SELECT
    changes.student_key AS student_key,
    changes.school_year AS school_year,
    changes.changed_on AS changed_on
  FROM changes AS changes
  GROUP BY
    changes.student_key,
    changes.school_year,
    changes.changed_on
), pieces AS (
  SELECT
    change_days.student_key AS student_key,
    change_days.school_year AS school_year,
    change_days.changed_on AS piece_begin,
    LEAD(change_days.changed_on) OVER (
      PARTITION BY change_days.student_key, change_days.school_year
      ORDER BY change_days.changed_on NULLS LAST
    ) AS piece_end
  FROM change_days AS change_days
), cut AS (
  SELECT
    m.student_key AS student_key,
    m.school_key AS school_key,
    m.school_year AS school_year,
    COALESCE(p.piece_begin, m.begin_date) AS begin_date,
    COALESCE(p.piece_end, m.end_date) AS end_date,
    m.grade_level AS grade_level,
    CASE WHEN COALESCE(p.piece_begin, m.begin_date) = m.begin_date THEN m.entry_reason END AS entry_reason,
    CASE WHEN COALESCE(p.piece_end, m.end_date) = m.end_date THEN m.exit_reason END AS exit_reason,
    m.is_open AND COALESCE(p.piece_end, m.end_date) = m.end_date AS is_open,
    m.basis AS basis,
    m.module AS module,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY m.student_key, m.school_year, COALESCE(p.piece_begin, m.begin_date)
      ORDER BY m.primary_order NULLS LAST, m.begin_date NULLS LAST, m.school_key NULLS LAST
    ) AS BIGINT) AS home_position
  FROM merged AS m
  LEFT JOIN pieces AS p
    ON p.student_key = m.student_key
    AND p.school_year = m.school_year
    AND p.piece_begin >= m.begin_date
    AND p.piece_end <= m.end_date
)
SELECT
  CAST(cut.student_key AS STRING) AS student_key,
  CAST(cut.school_key AS STRING) AS school_key,
  CAST(cut.school_year AS INT) AS school_year,
  CAST(cut.begin_date AS DATE) AS begin_date,
  CAST(cut.end_date AS DATE) AS end_date,
  CAST(cut.grade_level AS STRING) AS grade_level,
  CAST(cut.basis AS STRING) AS basis,
  CAST(cut.module AS STRING) AS module,
  CAST(cut.entry_reason AS STRING) AS entry_reason,
  CAST(cut.exit_reason AS STRING) AS exit_reason,
  CAST(cut.is_open AS BOOLEAN) AS is_open,
  CAST(cut.home_position = 1 AS BOOLEAN) AS is_home,
  CAST('all' AS STRING) AS part
FROM cut AS cut
