-- Generated from test/engines/probes/conditions.sql; edit that file.
SELECT
  probe_row.id AS id,
  probe_row.n = probe_row.small AS equal,
  probe_row.n IS DISTINCT FROM probe_row.small AS distinct_from,
  probe_row.n IS NOT DISTINCT FROM probe_row.small AS not_distinct_from,
  probe_row.n <> 7 AS other_than_seven,
  probe_row.x < 5e-1 OR probe_row.yes AS either,
  probe_row.x < 5e-1 AND probe_row.yes AS both,
  NOT probe_row.yes AS opposite,
  probe_row.n BETWEEN probe_row.small AND 10 AS between_them,
  probe_row.family IN ('a', 'c') AS listed,
  NOT probe_row.family IN ('a', NULL) AS not_listed,
  probe_row.yes IS NULL AS unknown,
  COALESCE(probe_row.n, probe_row.small, -1) AS first_known,
  NULLIF(probe_row.word, '') AS filled,
  CASE WHEN probe_row.x > 0 THEN 'plus' WHEN probe_row.x < 0 THEN 'minus' ELSE 'none' END AS sign_word,
  CASE probe_row.family WHEN 'a' THEN 1 WHEN 'b' THEN 2 END AS family_number,
  IF(probe_row.yes, 'y', 'n') AS short_choice,
  probe_row.n >= probe_row.small AS at_least,
  probe_row.n <= probe_row.small AS at_most,
  probe_row.word < 'a' AS before_a
FROM probe_row AS probe_row
