-- Generated from sql/views/check_in_district.sql; edit that file.
SELECT
  CAST('all' AS TEXT) AS part,
  CAST(SUM(c.open_items) AS INT) AS open_items,
  CAST(SUM(c.beyond_capacity) AS INT) AS beyond_capacity,
  CAST(SUM(c.escalated_items) AS INT) AS escalated_items,
  CAST(SUM(c.high_absence) AS INT) AS high_absence,
  CAST(SUM(c.no_contact) AS INT) AS no_contact
FROM check_in_school AS c
HAVING
  COUNT(*) > 0
