-- Generated from sql/views/model_audit.sql; edit that file.
SELECT
  CAST(m.task AS TEXT) AS task,
  CAST(m.model_id AS TEXT) AS model_id,
  CAST(m.attribute AS TEXT) AS attribute,
  CAST(m.attribute_value AS TEXT) AS attribute_value,
  CAST(m.measure AS TEXT) AS measure,
  CAST(m.students AS BIGINT) AS students,
  CAST(m.value AS DOUBLE) AS value,
  CAST(m.low AS DOUBLE) AS low,
  CAST(m.high AS DOUBLE) AS high,
  CAST(m.verdict AS TEXT) AS verdict
FROM model_measure AS m
