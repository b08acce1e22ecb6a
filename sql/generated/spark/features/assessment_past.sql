-- Generated from sql/features/assessment_past.sql; edit that file.
WITH known AS (
  SELECT
    c.student_key AS student_key,
    c.as_of AS as_of,
    c.grade_level AS grade_level,
    a.assessment AS assessment,
    a.subject AS subject,
    a.result_name AS result_name,
    a.score AS score,
    a.known_from AS known_from,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY c.student_key, c.as_of, a.assessment, a.subject, a.result_name
      ORDER BY a.administered_on DESC, a.as_of DESC, a.record_no DESC
    ) AS BIGINT) AS newest_first_rank
  FROM student_case AS c
  INNER JOIN assessment_result AS a
    ON a.student_key = c.student_key AND a.known_from <= c.as_of AND a.administered_on <= c.as_of
  WHERE
    a.is_current AND NOT a.is_deleted AND NOT a.score IS NULL
), results AS (
  SELECT
    known.student_key AS student_key,
    known.as_of AS as_of,
    known.grade_level AS grade_level,
    known.assessment AS assessment,
    known.subject AS subject,
    known.result_name AS result_name,
    MAX(CASE WHEN known.newest_first_rank = 1 THEN known.score END) AS score,
    MAX(CASE WHEN known.newest_first_rank = 2 THEN known.score END) AS score_before,
    MAX(known.known_from) AS known_from
  FROM known AS known
  GROUP BY
    known.student_key,
    known.as_of,
    known.grade_level,
    known.assessment,
    known.subject,
    known.result_name
), peers AS (
  SELECT
    results.as_of AS as_of,
    results.grade_level AS grade_level,
    results.assessment AS assessment,
    results.subject AS subject,
    results.result_name AS result_name,
    AVG(results.score) AS mean_score,
    STDDEV_SAMP(results.score) AS deviation
  FROM results AS results
  GROUP BY
    results.as_of,
    results.grade_level,
    results.assessment,
    results.subject,
    results.result_name
)
SELECT
  CAST(r.student_key AS STRING) AS student_key,
  CAST(r.as_of AS DATE) AS as_of,
  CAST(AVG((
    r.score - p.mean_score
  ) / NULLIF(p.deviation, 0e0)) AS DOUBLE) AS test_standing,
  CAST(AVG((
    r.score - r.score_before
  ) / NULLIF(p.deviation, 0e0)) AS DOUBLE) AS test_change,
  CAST(MAX(r.known_from) AS DATE) AS known_from
FROM results AS r
INNER JOIN peers AS p
  ON p.as_of = r.as_of
  AND p.grade_level = r.grade_level
  AND p.assessment = r.assessment
  AND p.subject = r.subject
  AND p.result_name = r.result_name
GROUP BY
  r.student_key,
  r.as_of
