-- Generated from sql/core/module_rank.sql; edit that file.
WITH authorities AS (
  SELECT
    module_authority.module AS module,
    module_authority.authority AS authority,
    module_authority.recording AS recording
  FROM module_authority AS module_authority
), settings AS (
  SELECT
    policy.attendance_recording AS attendance_recording
  FROM policy AS policy
)
SELECT
  CAST(a.module AS STRING) AS module,
  CAST(a.authority AS STRING) AS authority,
  CAST(CASE a.authority
    WHEN 'sis'
    THEN 1
    WHEN 'roster'
    THEN 2
    WHEN 'usage'
    THEN 3
    WHEN 'assessment'
    THEN 4
    ELSE 5
  END AS INT) AS authority_rank,
  CAST(COALESCE(a.recording, s.attendance_recording) AS STRING) AS recording,
  CAST('all' AS STRING) AS part
FROM authorities AS a
CROSS JOIN settings AS s
