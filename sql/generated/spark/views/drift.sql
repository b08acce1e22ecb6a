-- Generated from sql/views/drift.sql; edit that file.
SELECT
  CAST(d.task AS STRING) AS task,
  CAST(d.model_id AS STRING) AS model_id,
  CAST(d.as_of AS DATE) AS as_of,
  CAST(d.input AS STRING) AS input,
  CAST(d.psi AS DOUBLE) AS psi,
  CAST(d.verdict AS STRING) AS verdict
FROM drift_record AS d
