-- Students with outcomes from elsewhere, and the state's own cohort without; tests as deviations within each file.
with elsewhere as (
  select row_number() over () as number, *
  from read_csv('{data}/ewstools-simulated/EWStestData_fulldat.csv', header = true)
),

current_cohort as (
  select row_number() over (order by sch_g7_code, sid, scale_score_7_math, scale_score_7_read) as number, *
  from read_parquet('{data}/opensdp-montucky/montucky_current.parquet')
)

select
  'elsewhere-' || number as student,
  case number % 5 when 0 then 'calibrate' when 1 then 'test' when 2 then 'test' else 'train' end as part,
  y = 'Non.Grad' as not_graduated,
  1 - attendanceTotal as absent_share,
  assessmentMath as mathematics,
  assessmentRead as reading,
  gender as sex,
  Ethnicity as race,
  FRL as low_income,
  IEP as special_education,
  ELP as english_learner
from elsewhere

union all

select
  'current-' || number,
  'current',
  null,
  -- A few shares above the whole year are errors of entry: not known.
  case when pct_days_absent_7 <= 100 then pct_days_absent_7 / 100 end,
  (scale_score_7_math - avg(scale_score_7_math) over ()) / stddev_samp(scale_score_7_math) over (),
  (scale_score_7_read - avg(scale_score_7_read) over ()) / stddev_samp(scale_score_7_read) over (),
  case male when 1 then 'M' when 0 then 'F' end,
  race_ethnicity,
  case when frpl_7 <= 1 then frpl_7::int::varchar end,
  iep_7::int::varchar,
  ell_7::int::varchar
from current_cohort
