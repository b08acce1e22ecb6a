-- Generated from sql/views/model_run.sql; edit that file.
SELECT
  CAST(m.task AS STRING) AS task,
  CAST(m.model_id AS STRING) AS model_id,
  CAST(m.run_id AS STRING) AS run_id,
  CAST(m.decided_on AS DATE) AS decided_on,
  CAST(m.approval AS STRING) AS approval,
  CAST(m.decision AS STRING) AS decision,
  CAST(m.in_use AS BOOLEAN) AS in_use,
  CAST(m.in_use_since AS DATE) AS in_use_since,
  CAST(m.reasons AS STRING) AS reasons
FROM model_record AS m
