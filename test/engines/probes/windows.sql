-- Windows: ranks with ties, neighbours, running and moving frames, values past nulls.
select
  id,
  row_number() over (partition by family order by n desc, id) as turn,
  rank() over (order by small) as place,
  dense_rank() over (order by small desc) as dense_place,
  percent_rank() over (order by id) as percent_place,
  cume_dist() over (order by id) as share_below,
  ntile(4) over (order by id) as quarter,
  lag(n) over (partition by family order by id) as before_it,
  lag(n, 2, -1) over (order by id) as two_before,
  lead(day) over (partition by family order by id) as after_it,
  first_value(word) over (partition by family order by id) as first_word,
  last_value(n) ignore nulls over (
    order by id
    rows between unbounded preceding and current row
  ) as last_known,
  nth_value(n, 2) over (
    partition by family
    order by id
    rows between unbounded preceding and unbounded following
  ) as second,
  sum(small) over (partition by family) as family_total,
  count(*) over (order by id rows between 2 preceding and 1 following) as near,
  min(day) over (order by id rows between 1 following and unbounded following) as next_best,
  count_if(yes) over (partition by family) as family_yeses,
  max_by(word, id) over (partition by family) as family_word,
  row_number() over by_word as word_turn
from probe_row
window by_word as (partition by yes order by word nulls first, id)
