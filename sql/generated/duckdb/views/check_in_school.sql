-- Generated from sql/views/check_in_school.sql; edit that file.
WITH items AS (
  SELECT
    check_in_record.school_key AS school_key,
    COUNT(CASE WHEN check_in_record.state = 'open' AND NOT check_in_record.bypasses_budget THEN 1 END) AS open_items,
    COUNT(CASE WHEN check_in_record.state = 'open' AND check_in_record.bypasses_budget THEN 1 END) AS open_safety_items,
    COUNT(CASE WHEN check_in_record.state = 'escalated' THEN 1 END) AS escalated_items,
    COUNT(CASE WHEN check_in_record.state = 'handled' THEN 1 END) AS handled_items,
    COUNT(CASE WHEN NOT check_in_record.closed_on IS NULL THEN 1 END) AS closed_items,
    CAST(SUM(CASE WHEN check_in_record.state = 'open' THEN check_in_record.minutes END) AS BIGINT) AS open_minutes
  FROM check_in_record AS check_in_record
  GROUP BY
    check_in_record.school_key
)
SELECT
  CAST(n.school_key AS TEXT) AS school_key,
  CAST(s.school_name AS TEXT) AS school_name,
  CAST(n.made_on AS DATE) AS made_on,
  CAST(n.capacity AS INT) AS capacity,
  CAST(COALESCE(i.open_items, 0) AS INT) AS open_items,
  CAST(COALESCE(i.open_safety_items, 0) AS INT) AS open_safety_items,
  CAST(COALESCE(i.open_minutes, 0) AS INT) AS open_minutes,
  CAST(COALESCE(i.escalated_items, 0) AS INT) AS escalated_items,
  CAST(COALESCE(i.handled_items, 0) AS INT) AS handled_items,
  CAST(COALESCE(i.closed_items, 0) AS INT) AS closed_items,
  CAST(n.need AS INT) AS need,
  CAST(n.beyond_capacity AS INT) AS beyond_capacity,
  CAST(n.resting AS INT) AS resting,
  CAST(n.settled AS INT) AS settled,
  CAST(n.high_absence AS INT) AS high_absence,
  CAST(n.no_contact AS INT) AS no_contact,
  CAST(n.no_contact_since AS DATE) AS no_contact_since,
  CAST(n.ledger_since AS DATE) AS ledger_since
FROM check_in_need AS n
LEFT JOIN items AS i
  ON i.school_key = n.school_key
LEFT JOIN school AS s
  ON s.school_key = n.school_key
