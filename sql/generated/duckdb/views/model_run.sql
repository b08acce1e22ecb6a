-- Generated from sql/views/model_run.sql; edit that file.
SELECT
  CAST(m.task AS TEXT) AS task,
  CAST(m.model_id AS TEXT) AS model_id,
  CAST(m.run_id AS TEXT) AS run_id,
  CAST(m.decided_on AS DATE) AS decided_on,
  CAST(m.approval AS TEXT) AS approval,
  CAST(m.decision AS TEXT) AS decision,
  CAST(m.in_use AS BOOLEAN) AS in_use,
  CAST(m.in_use_since AS DATE) AS in_use_since,
  CAST(m.reasons AS TEXT) AS reasons
FROM model_record AS m
