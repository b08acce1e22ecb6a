-- Generated from test/engines/probes/aggregates.sql; edit that file.
SELECT
  probe_row.family AS family,
  COUNT(*) AS rows_in,
  COUNT(probe_row.n) AS known,
  COUNT(DISTINCT probe_row.n) AS different,
  COUNT(CASE WHEN probe_row.yes THEN 1 END) AS yeses,
  COUNT(CASE WHEN probe_row.n > 3 THEN 1 END) AS large,
  CAST(SUM(probe_row.small) AS BIGINT) AS total,
  SUM(probe_row.x) FILTER(WHERE
    probe_row.yes) AS total_of_yes,
  MIN(probe_row.word) AS first_word,
  MAX(probe_row.word) AS last_word,
  MIN(probe_row.day) AS first_day,
  MAX(probe_row.moment) AS last_moment,
  AVG(probe_row.small) AS mean,
  AVG(probe_row.x) FILTER(WHERE
    probe_row.id < 6) AS mean_of_few,
  BOOL_OR(probe_row.yes) AS any_yes,
  BOOL_AND(probe_row.yes) AS all_yes,
  ARG_MAX_NULL(probe_row.word, probe_row.id) AS word_of_last,
  ARG_MIN_NULL(probe_row.yes, probe_row.id) AS yes_of_first,
  STDDEV_SAMP(CAST(probe_row.small AS DOUBLE)) FILTER(WHERE
    probe_row.id <> 8) AS spread,
  VARIANCE(CAST(probe_row.small AS DOUBLE)) FILTER(WHERE
    probe_row.id <> 8) AS variance,
  ARRAY_TO_STRING(LIST_SORT(ARRAY_AGG(probe_row.word) FILTER(WHERE
    NOT probe_row.word IS NULL)), ',') AS words
FROM probe_row AS probe_row
GROUP BY
  probe_row.family
HAVING
  COUNT(*) > 1
