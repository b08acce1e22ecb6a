-- Generated from sql/views/check_in_ledger.sql; edit that file.
SELECT
  CAST(a.disposition_id AS STRING) AS disposition_id,
  CAST(a.item_id AS STRING) AS item_id,
  CAST(a.student_key AS STRING) AS student_key,
  CAST(a.school_key AS STRING) AS school_key,
  CAST(a.task AS STRING) AS task,
  CAST(a.made_by AS STRING) AS made_by,
  CAST(a.acted_at AS TIMESTAMP) AS acted_at,
  CAST(a.acted_on AS DATE) AS acted_on,
  CAST(a.by_key AS STRING) AS by_key,
  CAST(a.kind AS STRING) AS kind,
  CAST(a.note_code AS STRING) AS note_code,
  CAST(a.next_step AS STRING) AS next_step,
  CAST(a.owner AS STRING) AS owner,
  CAST(a.due_on AS DATE) AS due_on,
  CAST(a.is_contact AS BOOLEAN) AS is_contact,
  CAST(a.counts AS BOOLEAN) AS counts,
  CAST(a.why_not AS STRING) AS why_not
FROM check_in_act AS a
