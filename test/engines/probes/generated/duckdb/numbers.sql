-- Generated from test/engines/probes/numbers.sql; edit that file.
SELECT
  probe_row.id AS id,
  probe_row.n % NULLIF(probe_row.small, 0) AS remainder,
  CAST(probe_row.n AS DOUBLE) / NULLIF(probe_row.small, 0) AS quotient,
  1e2 * probe_row.n / NULLIF(probe_row.small, 0) AS percent,
  FLOOR(1e1 * probe_row.x + 5e-1) / 1e1 AS one_digit,
  ROUND(probe_row.n) AS rounded,
  ABS(probe_row.n) AS size,
  -probe_row.n AS opposite,
  CAST(FLOOR(probe_row.x) AS DOUBLE) AS lower_bound,
  CAST(CEIL(probe_row.x) AS DOUBLE) AS upper_bound,
  CAST(FLOOR(probe_row.n / 2e0) AS BIGINT) AS half,
  SQRT(ABS(probe_row.x)) AS root,
  POWER(CAST(probe_row.small AS DOUBLE), 2e0) AS squared,
  EXP(-ABS(CAST(probe_row.small AS DOUBLE) / 1e9)) AS decay,
  LN(NULLIF(ABS(probe_row.x), 0e0)) AS logarithm,
  CAST(probe_row.yes AS INT) AS yes_as_number,
  CAST(probe_row.small AS BIGINT) * probe_row.n AS product,
  probe_row.n + probe_row.small - 1 AS added
FROM probe_row AS probe_row
WHERE
  NOT probe_row.id IN (6, 8)
