-- Sets of rows: unions, differences, existence, grouping sets, sequences of days.
with

-- distinct: the probe itself
families as (
  select distinct family from probe_row where family is not null
),

spans as (
  select
    id,
    day as first_day,
    cast(date_add('day', 3, day) as date) as last_day
  from probe_row
  where day is not null
),

days as (
  select spans.id, cast(each.day as date) as day
  from spans
  cross join unnest(sequence(spans.first_day, spans.last_day, interval '1' day)) as each(day)
),

numbers as (
  select cast(each.number as bigint) as number from unnest(sequence(1, 5)) as each(number)
),

cubed as (
  select
    'cube' as part,
    coalesce(family, '?') as a,
    cast(yes as integer) as b,
    grouping(family) * 2 + grouping(yes) as level,
    count(*) as rows_in
  from probe_row
  group by cube(family, yes)
),

rolled as (
  select
    'sets' as part,
    coalesce(family, '?') as a,
    cast(null as integer) as b,
    cast(null as integer) as level,
    count(*) as rows_in
  from probe_row
  group by grouping sets ((family), ())
  union all
  select 'rollup', coalesce(family, '?'), cast(null as integer), cast(null as integer), count(*)
  from probe_row
  group by rollup(family)
),

listed as (
  select 'except' as part, left_side.family as a, cast(null as integer) as b, cast(null as integer) as level,
    cast(1 as bigint) as rows_in
  from (
    select family from families
    except
    select family from probe_row where yes
  ) as left_side
  union all
  select 'intersect', both_sides.family, cast(null as integer), cast(null as integer), cast(1 as bigint)
  from (
    select family from families
    intersect
    select family from probe_row where n > 3
  ) as both_sides
  union all
  select 'exists', families.family, cast(null as integer), cast(null as integer), cast(1 as bigint)
  from families
  where exists (select 1 from probe_row where probe_row.family = families.family and probe_row.x > 1)
  union all
  select 'days', cast(days.day as varchar), cast(null as integer), cast(null as integer), count(*)
  from days
  group by days.day
  union all
  select 'numbers', cast(numbers.number as varchar), cast(null as integer), cast(null as integer), numbers.number
  from numbers
  union all
  select 'last', last_rows.word, cast(null as integer), cast(null as integer), last_rows.id
  from (select word, id from probe_row order by id desc limit 3) as last_rows
)

select part, a, b, cast(level as integer) as level, rows_in from cubed
union all
select part, a, b, level, rows_in from rolled
union all
select part, a, b, level, rows_in from listed
