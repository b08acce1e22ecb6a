-- Generated from sql/views/drift.sql; edit that file.
SELECT
  CAST(d.task AS TEXT) AS task,
  CAST(d.model_id AS TEXT) AS model_id,
  CAST(d.as_of AS DATE) AS as_of,
  CAST(d.input AS TEXT) AS input,
  CAST(d.psi AS DOUBLE) AS psi,
  CAST(d.verdict AS TEXT) AS verdict
FROM drift_record AS d
