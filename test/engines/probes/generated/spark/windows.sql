-- Generated from test/engines/probes/windows.sql; edit that file.
SELECT
  probe_row.id AS id,
  CAST(ROW_NUMBER() OVER (PARTITION BY probe_row.family ORDER BY probe_row.n DESC, probe_row.id NULLS LAST) AS BIGINT) AS turn,
  CAST(RANK() OVER (ORDER BY probe_row.small NULLS LAST) AS BIGINT) AS place,
  CAST(DENSE_RANK() OVER (ORDER BY probe_row.small DESC) AS BIGINT) AS dense_place,
  PERCENT_RANK() OVER (ORDER BY probe_row.id NULLS LAST) AS percent_place,
  CUME_DIST() OVER (ORDER BY probe_row.id NULLS LAST) AS share_below,
  CAST(NTILE(4) OVER (ORDER BY probe_row.id NULLS LAST) AS BIGINT) AS quarter,
  LAG(probe_row.n) OVER (PARTITION BY probe_row.family ORDER BY probe_row.id NULLS LAST) AS before_it,
  LAG(probe_row.n, 2, -1) OVER (ORDER BY probe_row.id NULLS LAST) AS two_before,
  LEAD(probe_row.day) OVER (PARTITION BY probe_row.family ORDER BY probe_row.id NULLS LAST) AS after_it,
  FIRST_VALUE(probe_row.word) OVER (PARTITION BY probe_row.family ORDER BY probe_row.id NULLS LAST) AS first_word,
  LAST_VALUE(probe_row.n) IGNORE NULLS OVER (ORDER BY probe_row.id NULLS LAST rows BETWEEN UNBOUNDED preceding AND CURRENT ROW) AS last_known,
  NTH_VALUE(probe_row.n, 2) OVER (
    PARTITION BY probe_row.family
    ORDER BY probe_row.id NULLS LAST
    rows BETWEEN UNBOUNDED preceding AND UNBOUNDED following
  ) AS second,
  SUM(probe_row.small) OVER (PARTITION BY probe_row.family) AS family_total,
  COUNT(*) OVER (ORDER BY probe_row.id NULLS LAST rows BETWEEN 2 preceding AND 1 following) AS near,
  MIN(probe_row.day) OVER (ORDER BY probe_row.id NULLS LAST rows BETWEEN 1 following AND UNBOUNDED following) AS next_best,
  COUNT_IF(probe_row.yes) OVER (PARTITION BY probe_row.family) AS family_yeses,
  MAX_BY(probe_row.word, probe_row.id) OVER (PARTITION BY probe_row.family) AS family_word,
  CAST(ROW_NUMBER() OVER by_word AS BIGINT) AS word_turn
FROM probe_row AS probe_row
WINDOW by_word AS (PARTITION BY probe_row.yes ORDER BY probe_row.word, probe_row.id NULLS LAST)
