-- Generated from sql/views/student_risk.sql; edit that file.
WITH run AS (
  SELECT
    policy.run_date AS run_date
  FROM policy AS policy
)
SELECT
  CAST(s.task AS TEXT) AS task,
  CAST(s.student_key AS TEXT) AS student_key,
  CAST(s.school_key AS TEXT) AS school_key,
  CAST(s.as_of AS DATE) AS as_of,
  CAST(CASE
    WHEN s.basis = 'plain'
    THEN 'plain list'
    WHEN s.expires_on < r.run_date
    THEN 'expired'
    WHEN NOT s.enough
    THEN 'not enough data'
    ELSE 'model'
  END AS TEXT) AS basis,
  CAST(CASE WHEN s.enough AND s.expires_on >= r.run_date THEN s.probability END AS DOUBLE) AS probability,
  CAST(CASE WHEN s.enough AND s.expires_on >= r.run_date THEN s.out_of_20 END AS INT) AS out_of_20,
  CAST(CASE WHEN s.enough AND s.expires_on >= r.run_date THEN s.out_of_20_low END AS INT) AS out_of_20_low,
  CAST(CASE WHEN s.enough AND s.expires_on >= r.run_date THEN s.out_of_20_high END AS INT) AS out_of_20_high,
  CAST(s.plain_points AS DOUBLE) AS plain_points,
  CAST(s.list_order AS INT) AS list_order,
  CAST(s.model_id AS TEXT) AS model_id,
  CAST(s.expires_on AS DATE) AS expires_on
FROM risk_score AS s
CROSS JOIN run AS r
