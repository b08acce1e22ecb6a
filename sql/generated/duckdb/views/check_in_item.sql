-- Generated from sql/views/check_in_item.sql; edit that file.
WITH acts AS (
  SELECT
    check_in_act.item_id AS item_id,
    COUNT(*) AS acts,
    COUNT(CASE WHEN check_in_act.is_contact THEN 1 END) AS contacts,
    MAX(check_in_act.acted_on) AS last_act_on
  FROM check_in_act AS check_in_act
  WHERE
    check_in_act.counts AND NOT check_in_act.item_id IS NULL
  GROUP BY
    check_in_act.item_id
)
SELECT
  CAST(i.item_id AS TEXT) AS item_id,
  CAST(i.student_key AS TEXT) AS student_key,
  CAST(i.school_key AS TEXT) AS school_key,
  CAST(s.school_name AS TEXT) AS school_name,
  CAST(i.made_on AS DATE) AS made_on,
  CAST(i.lapses_on AS DATE) AS lapses_on,
  CAST(i.task AS TEXT) AS task,
  CAST(i.source AS TEXT) AS source,
  CAST(i.made_by AS TEXT) AS made_by,
  CAST(i.bypasses_budget AS BOOLEAN) AS bypasses_budget,
  CAST(i.place AS INT) AS place,
  CAST(i.out_of_20 AS INT) AS out_of_20,
  CAST(i.as_of AS DATE) AS as_of,
  CAST(i.reason_1 AS TEXT) AS reason_1,
  CAST(i.reason_2 AS TEXT) AS reason_2,
  CAST(i.reason_3 AS TEXT) AS reason_3,
  CAST(i.strength AS TEXT) AS strength,
  CAST(i.next_step AS TEXT) AS next_step,
  CAST(i.who AS TEXT) AS who,
  CAST(i.minutes AS INT) AS minutes,
  CAST(COALESCE(a.acts, 0) AS INT) AS acts,
  CAST(COALESCE(a.contacts, 0) AS INT) AS contacts,
  CAST(a.last_act_on AS DATE) AS last_act_on,
  CAST(i.state AS TEXT) AS state,
  CAST(i.state_on AS DATE) AS state_on,
  CAST(i.owner AS TEXT) AS owner,
  CAST(i.due_on AS DATE) AS due_on,
  CAST(i.closed_on AS DATE) AS closed_on,
  CAST(i.verdict AS TEXT) AS verdict
FROM check_in_record AS i
LEFT JOIN acts AS a
  ON a.item_id = i.item_id
LEFT JOIN school AS s
  ON s.school_key = i.school_key
