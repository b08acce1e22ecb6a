-- Generated from sql/views/student_risk_reason.sql; edit that file.
WITH run AS (
  SELECT
    policy.run_date AS run_date
  FROM policy AS policy
)
SELECT
  CAST(x.task AS STRING) AS task,
  CAST(x.student_key AS STRING) AS student_key,
  CAST(x.kind AS STRING) AS kind,
  CAST(x.place AS INT) AS place,
  CAST(x.fact AS STRING) AS fact,
  CAST(x.words AS STRING) AS words,
  CAST(x.share AS DOUBLE) AS share
FROM risk_reason AS x
CROSS JOIN run AS r
INNER JOIN risk_score AS s
  ON s.task = x.task AND s.student_key = x.student_key
WHERE
  s.expires_on >= r.run_date
