-- Registrations with what was known on their day; nevents, ndays_act and their like count the whole course.
with registrations as (
  select *, strptime(start_time_DI, '%m/%d/%y')::date as registered_on
  from read_parquet('{data}/HXPC13_DI_v3_11-13-2019.parquet')
)

select
  course_id as course,
  userid_DI as person,
  year(registered_on) || '-' || quarter(registered_on) as quarter,
  certified,
  -- Days since the first registration for the course: it is known, the day on which the course opened is not.
  registered_on - min(registered_on) over (partition by course_id) as registered_day,
  nullif(LoE_DI, '') as education,
  nullif(gender, '') as sex
from registrations
-- Registrations of this quarter came after most courses had closed.
where registered_on < date '2013-07-01'
