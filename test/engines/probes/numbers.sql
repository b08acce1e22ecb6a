-- Whole numbers and doubles: signs, zeros, large and small, division and remainder.
select
  id,
  n % nullif(small, 0) as remainder,
  cast(n as double) / nullif(small, 0) as quotient,
  1e2 * n / nullif(small, 0) as percent,
  floor(1e1 * x + 5e-1) / 1e1 as one_digit,
  round(n) as rounded,
  abs(n) as size,
  -n as opposite,
  cast(floor(x) as double) as lower_bound,
  cast(ceil(x) as double) as upper_bound,
  cast(floor(n / 2e0) as bigint) as half,
  sqrt(abs(x)) as root,
  power(cast(small as double), 2e0) as squared,
  exp(-abs(cast(small as double) / 1e9)) as decay,
  ln(nullif(abs(x), 0e0)) as logarithm,
  cast(yes as integer) as yes_as_number,
  cast(small as bigint) * n as product,
  n + small - 1 as added
from probe_row
where id not in (6, 8)
