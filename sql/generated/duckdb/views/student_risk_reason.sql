-- Generated from sql/views/student_risk_reason.sql; edit that file.
WITH run AS (
  SELECT
    policy.run_date AS run_date
  FROM policy AS policy
)
SELECT
  CAST(x.task AS TEXT) AS task,
  CAST(x.student_key AS TEXT) AS student_key,
  CAST(x.kind AS TEXT) AS kind,
  CAST(x.place AS INT) AS place,
  CAST(x.fact AS TEXT) AS fact,
  CAST(x.words AS TEXT) AS words,
  CAST(x.share AS DOUBLE) AS share
FROM risk_reason AS x
CROSS JOIN run AS r
INNER JOIN risk_score AS s
  ON s.task = x.task AND s.student_key = x.student_key
WHERE
  s.expires_on >= r.run_date
