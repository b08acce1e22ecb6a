-- Generated from sql/views/model_audit.sql; edit that file.
SELECT
  CAST(m.task AS STRING) AS task,
  CAST(m.model_id AS STRING) AS model_id,
  CAST(m.attribute AS STRING) AS attribute,
  CAST(m.attribute_value AS STRING) AS attribute_value,
  CAST(m.measure AS STRING) AS measure,
  CAST(m.students AS BIGINT) AS students,
  CAST(m.value AS DOUBLE) AS value,
  CAST(m.low AS DOUBLE) AS low,
  CAST(m.high AS DOUBLE) AS high,
  CAST(m.verdict AS STRING) AS verdict
FROM model_measure AS m
