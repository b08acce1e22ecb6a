-- Generated from sql/core/school_year_span.sql; edit that file.
WITH run AS (
  SELECT
    policy.first_month AS first_month,
    CASE WHEN policy.first_month > 1 THEN 1 ELSE 0 END AS shift,
    CAST(YEAR(policy.run_date) AS BIGINT) + CASE
      WHEN policy.first_month > 1 AND CAST(MONTH(policy.run_date) AS BIGINT) >= policy.first_month
      THEN 1
      ELSE 0
    END AS run_year
  FROM policy AS policy
), oldest AS (
  SELECT
    MIN(CAST(YEAR(enrollment_version.begin_date) AS BIGINT)) AS first_year
  FROM enrollment_version AS enrollment_version
  UNION ALL
  SELECT
    CAST(MIN(enrollment_version.school_year) AS BIGINT) AS first_year
  FROM enrollment_version AS enrollment_version
  UNION ALL
  SELECT
    MIN(CAST(YEAR(attendance_student_month.first_date) AS BIGINT)) AS first_year
  FROM attendance_student_month AS attendance_student_month
  UNION ALL
  SELECT
    MIN(CAST(YEAR(digital_student_month.first_date) AS BIGINT)) AS first_year
  FROM digital_student_month AS digital_student_month
), bounds AS (
  SELECT
    u.first_month AS first_month,
    u.shift AS shift,
    u.run_year AS run_year,
    CASE WHEN MIN(o.first_year) < u.run_year THEN MIN(o.first_year) ELSE u.run_year END AS first_year
  FROM run AS u
  CROSS JOIN oldest AS o
  GROUP BY
    u.first_month,
    u.shift,
    u.run_year
), years AS (
  SELECT
    t.school_year AS school_year,
    b.shift AS shift,
    '-' || LPAD(CAST(b.first_month AS STRING), 2, '0') || '-01' AS month_text
  FROM bounds AS b
  LATERAL VIEW
  EXPLODE(SEQUENCE(b.first_year, b.run_year)) t AS school_year
)
SELECT
  CAST(years.school_year AS INT) AS school_year,
  CAST(CAST(years.school_year - years.shift AS STRING) || years.month_text AS DATE) AS year_begin,
  CAST(CAST(years.school_year - years.shift + 1 AS STRING) || years.month_text AS DATE) AS year_end,
  CAST('all' AS STRING) AS part
FROM years AS years
