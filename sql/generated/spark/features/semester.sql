-- Generated from sql/features/semester.sql; edit that file.
WITH rule AS (
  SELECT
    prediction_policy.mark_lag_days AS mark_lag_days
  FROM prediction_policy AS prediction_policy
), dated AS (
  SELECT
    term.school_year AS school_year,
    term.begin_date AS begin_date,
    term.end_date AS end_date
  FROM term AS term
  WHERE
    term.term_type = 'semester' AND term.begin_date < term.end_date
  GROUP BY
    term.school_year,
    term.begin_date,
    term.end_date
), placed AS (
  SELECT
    dated.school_year AS school_year,
    dated.begin_date AS begin_date,
    dated.end_date AS end_date,
    CAST(ROW_NUMBER() OVER (PARTITION BY dated.school_year ORDER BY dated.begin_date NULLS LAST, dated.end_date NULLS LAST) AS BIGINT) AS place,
    CAST(ROW_NUMBER() OVER (ORDER BY dated.begin_date NULLS LAST, dated.end_date NULLS LAST) AS BIGINT) AS district_place
  FROM dated AS dated
)
SELECT
  CAST(p.school_year AS INT) AS school_year,
  CAST(p.place AS INT) AS place,
  CAST(p.district_place AS INT) AS district_place,
  CAST(p.begin_date AS DATE) AS begin_date,
  CAST(p.end_date AS DATE) AS end_date,
  CAST(DATE_ADD(p.end_date, r.mark_lag_days) AS DATE) AS marks_known_on
FROM placed AS p
CROSS JOIN rule AS r
