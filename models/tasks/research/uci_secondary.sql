-- Both subjects; the files have no dates and no ids, so cases are numbered and every fifth one is held out twice.
with pupils as (
  select 'mathematics' as subject, row_number() over () as number, *
  from read_csv('{data}/student-mat.csv', delim = ';', header = true)
  union all by name
  select 'Portuguese' as subject, row_number() over () as number, *
  from read_csv('{data}/student-por.csv', delim = ';', header = true)
)

select
  subject || '-' || number as pupil,
  subject,
  case number % 5 when 0 then 'calibrate' when 1 then 'test' else 'train' end as part,
  G3 < 10 as failed,
  G3 as final_mark,
  G1 as first_mark,
  failures,
  absences,
  studytime as study_time,
  traveltime as travel_time,
  schoolsup as support,
  reason,
  higher,
  sex,
  address,
  school
from pupils
