-- Aggregates over groups with nulls, one group with nothing but nulls.
select
  family,
  count(*) as rows_in,
  count(n) as known,
  count(distinct n) as different,
  count_if(yes) as yeses,
  count_if(n > 3) as large,
  sum(small) as total,
  sum(x) filter (where yes) as total_of_yes,
  min(word) as first_word,
  max(word) as last_word,
  min(day) as first_day,
  max(moment) as last_moment,
  avg(small) as mean,
  avg(x) filter (where id < 6) as mean_of_few,
  bool_or(yes) as any_yes,
  bool_and(yes) as all_yes,
  max_by(word, id) as word_of_last,
  min_by(yes, id) as yes_of_first,
  stddev_samp(cast(small as double)) filter (where id <> 8) as spread,
  var_samp(cast(small as double)) filter (where id <> 8) as variance,
  array_join(array_sort(array_agg(word) filter (where word is not null)), ',') as words
from probe_row
group by family
having count(*) > 1
