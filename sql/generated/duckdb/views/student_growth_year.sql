-- Generated from sql/views/student_growth_year.sql; edit that file.
WITH results AS (
  SELECT
    a.student_key AS student_key,
    y.school_year AS school_year,
    a.assessment AS assessment,
    a.subject AS subject,
    a.result_name AS result_name,
    a.score AS score,
    a.standard_error AS standard_error,
    a.administered_on AS administered_on,
    ROW_NUMBER() OVER (
      PARTITION BY a.student_key, y.school_year, a.assessment, a.subject, a.result_name
      ORDER BY a.administered_on, a.as_of, a.module, a.source_key, a.record_no
    ) AS oldest_first_rank,
    ROW_NUMBER() OVER (
      PARTITION BY a.student_key, y.school_year, a.assessment, a.subject, a.result_name
      ORDER BY a.administered_on DESC, a.as_of DESC, a.module DESC, a.source_key DESC, a.record_no DESC
    ) AS newest_first_rank
  FROM assessment_result AS a
  INNER JOIN school_year_span AS y
    ON a.administered_on >= y.year_begin AND a.administered_on < y.year_end
  WHERE
    a.is_current
    AND NOT a.is_deleted
    AND NOT a.score IS NULL
    AND NOT a.student_key IS NULL
    AND (
      a.result_name = 'Overall scale score' OR a.result_name = 'RIT score'
    )
), changes AS (
  SELECT
    results.student_key AS student_key,
    results.school_year AS school_year,
    results.assessment AS assessment,
    results.subject AS subject,
    results.result_name AS result_name,
    MAX(CASE WHEN results.newest_first_rank = 1 THEN results.score END) - MAX(CASE WHEN results.oldest_first_rank = 1 THEN results.score END) AS change,
    COALESCE(MAX(results.standard_error), 0e0) AS standard_error
  FROM results AS results
  GROUP BY
    results.student_key,
    results.school_year,
    results.assessment,
    results.subject,
    results.result_name
  HAVING
    MIN(administered_on) < MAX(administered_on)
)
SELECT
  CAST(changes.student_key AS TEXT) AS student_key,
  CAST(changes.school_year AS INT) AS school_year,
  CAST(COUNT(*) AS INT) AS subjects_repeated,
  CAST(COUNT(CASE WHEN changes.change > changes.standard_error THEN 1 END) AS INT) AS subjects_risen,
  CAST(COUNT(CASE WHEN changes.change > changes.standard_error THEN 1 END) = COUNT(*) AS BOOLEAN) AS has_grown
FROM changes AS changes
GROUP BY
  changes.student_key,
  changes.school_year
