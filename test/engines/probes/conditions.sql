-- Nulls in comparisons, lists and choices.
select
  id,
  n = small as equal,
  n is distinct from small as distinct_from,
  n is not distinct from small as not_distinct_from,
  n <> 7 as other_than_seven,
  x < 5e-1 or yes as either,
  x < 5e-1 and yes as both,
  not yes as opposite,
  n between small and 10 as between_them,
  family in ('a', 'c') as listed,
  family not in ('a', null) as not_listed,
  yes is null as unknown,
  coalesce(n, small, -1) as first_known,
  nullif(word, '') as filled,
  case when x > 0 then 'plus' when x < 0 then 'minus' else 'none' end as sign_word,
  case family when 'a' then 1 when 'b' then 2 end as family_number,
  if(yes, 'y', 'n') as short_choice,
  n >= small as at_least,
  n <= small as at_most,
  word < 'a' as before_a
from probe_row
