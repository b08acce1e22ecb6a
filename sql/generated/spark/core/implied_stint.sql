-- Generated from sql/core/implied_stint.sql; edit that file.
WITH years AS (
  SELECT
    school_year_span.school_year AS school_year,
    school_year_span.year_begin AS year_begin,
    school_year_span.year_end AS year_end
  FROM school_year_span AS school_year_span
), rostered AS (
  SELECT
    roster_stint.student_key AS student_key,
    roster_stint.school_key AS school_key,
    roster_stint.school_year AS school_year
  FROM roster_stint AS roster_stint
  GROUP BY
    roster_stint.student_key,
    roster_stint.school_key,
    roster_stint.school_year
), marked AS (
  SELECT
    a.student_key AS student_key,
    a.school_key AS school_key,
    y.school_year AS school_year,
    y.year_end AS year_end,
    MIN(a.module) AS module,
    MIN(a.first_date) AS first_date,
    MAX(a.last_date) AS last_date
  FROM attendance_student_month AS a
  INNER JOIN years AS y
    ON a.first_date >= y.year_begin AND a.first_date < y.year_end
  WHERE
    NOT a.student_key IS NULL AND NOT a.school_key IS NULL
  GROUP BY
    a.student_key,
    a.school_key,
    y.school_year,
    y.year_end
), unrostered AS (
  SELECT
    m.student_key AS student_key,
    m.school_key AS school_key,
    m.school_year AS school_year,
    m.year_end AS year_end,
    m.module AS module,
    m.first_date AS first_date,
    m.last_date AS last_date,
    LEAD(m.first_date) OVER (PARTITION BY m.student_key, m.school_year ORDER BY m.first_date NULLS LAST, m.school_key NULLS LAST) AS next_first_date
  FROM marked AS m
  LEFT JOIN rostered AS r
    ON r.student_key = m.student_key AND r.school_key = m.school_key AND r.school_year = m.school_year
  WHERE
    r.student_key IS NULL
), placed AS (
  SELECT
    rostered.student_key AS student_key,
    rostered.school_year AS school_year
  FROM rostered AS rostered
  UNION ALL
  SELECT
    unrostered.student_key AS student_key,
    unrostered.school_year AS school_year
  FROM unrostered AS unrostered
), placed_once AS (
  SELECT
    placed.student_key AS student_key,
    placed.school_year AS school_year
  FROM placed AS placed
  GROUP BY
    placed.student_key,
    placed.school_year
), active AS (
  SELECT
    d.student_key AS student_key,
    y.school_year AS school_year,
    y.year_end AS year_end,
    COALESCE(d.school_key, 'unknown') AS school_key,
    d.module AS module,
    MIN(d.first_date) OVER (PARTITION BY d.student_key, y.school_year) AS first_date,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY d.student_key, y.school_year
      ORDER BY CASE WHEN d.school_key IS NULL THEN 1 ELSE 0 END NULLS LAST, d.first_date NULLS LAST, d.school_key NULLS LAST, d.module NULLS LAST, d.last_date NULLS LAST
    ) AS BIGINT) AS position
  FROM digital_student_month AS d
  INNER JOIN years AS y
    ON d.first_date >= y.year_begin AND d.first_date < y.year_end
  LEFT JOIN placed_once AS p
    ON p.student_key = d.student_key AND p.school_year = y.school_year
  WHERE
    NOT d.student_key IS NULL AND p.student_key IS NULL
), implied AS (
  SELECT
    unrostered.student_key AS student_key,
    unrostered.school_key AS school_key,
    unrostered.school_year AS school_year,
    unrostered.first_date AS begin_date,
    CASE
      WHEN unrostered.next_first_date > unrostered.last_date
      THEN unrostered.next_first_date
      ELSE unrostered.year_end
    END AS end_date,
    NOT COALESCE(unrostered.next_first_date > unrostered.last_date, FALSE) AS is_open,
    'attendance' AS basis,
    unrostered.module AS module
  FROM unrostered AS unrostered
  UNION ALL
  SELECT
    active.student_key AS student_key,
    active.school_key AS school_key,
    active.school_year AS school_year,
    active.first_date AS begin_date,
    active.year_end AS end_date,
    TRUE AS is_open,
    'activity' AS basis,
    active.module AS module
  FROM active AS active
  WHERE
    active.position = 1
)
SELECT
  CAST(implied.student_key AS STRING) AS student_key,
  CAST(implied.school_key AS STRING) AS school_key,
  CAST(implied.school_year AS INT) AS school_year,
  CAST(implied.begin_date AS DATE) AS begin_date,
  CAST(implied.end_date AS DATE) AS end_date,
  CAST(implied.is_open AS BOOLEAN) AS is_open,
  CAST(implied.basis AS STRING) AS basis,
  CAST(implied.module AS STRING) AS module,
  CAST('all' AS STRING) AS part
FROM implied AS implied
