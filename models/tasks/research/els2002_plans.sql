-- Grade 10 answers and tests, grade 12 plans; negative codes are reasons for not knowing. Whole schools are held out.
select
  stu_id::bigint as student,
  sch_id::bigint as school,
  -- The last digit is a stratum's own; the one before it spreads the schools evenly.
  case when sch_id // 10 % 10 < 2 then 'calibrate' when sch_id // 10 % 10 < 5 then 'test' else 'train' end as part,
  case when f1psepln between 1 and 5 then f1psepln <= 3 end as no_college_planned,
  case when bynels2m >= 0 then bynels2m end as mathematics,
  case when bynels2r >= 0 then bynels2r end as reading,
  case when bystexp >= 1 then bystexp end as expected_education,
  case bysex when 1 then 'male' when 2 then 'female' end as sex,
  case when byrace between 1 and 7 then byrace::int end as race,
  lowinc::int as low_income
from read_csv('{data}/els_plans.csv.gz', header = true)
-- Who did not answer in grade 10 gave neither an expectation nor a race: a blank that would stand for the other.
where bystexp is not null
