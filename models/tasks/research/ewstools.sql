-- Simulated students without ids or years: numbered, and every fifth held out twice.
with students as (
  select row_number() over () as student, *
  from read_csv('{data}/EWStestData_fulldat.csv', header = true)
)

select
  student,
  case student % 5 when 0 then 'calibrate' when 1 then 'test' when 2 then 'test' else 'train' end as part,
  y = 'Non.Grad' as not_graduated,
  1 - attendanceTotal as absent_share,
  1 - attendance30day as absent_share_30_days,
  1 - tardies as tardy_share,
  assessmentMath as mathematics,
  assessmentRead as reading,
  -- The simulated course grades tell race (AUC 0.92) and are refused as its stand-in; the grade point average does not.
  GPA as marks,
  retention as retentions,
  remedialCourse as remedial,
  majorDiscipline as major_incidents,
  minorDiscipline as minor_incidents,
  officeReferral as referrals,
  suspensionDays as suspension_days,
  expulsionDays as expulsion_days,
  case Mobility when 'NoMove' then 0 when 'MoveBoth' then 2 else 1 end as moves,
  gender as sex,
  Ethnicity as race,
  FRL as low_income,
  IEP as special_education,
  ELP as english_learner
from students
