-- Enrolments x weeks up to the end of week {week}: what was due in each week, and what came of it by then.
with enrolled as (
  select code_module, code_presentation, id_student
  from read_csv('{data}/studentRegistration.csv.gz', header = true)
  where (date_unregistration is null or date_unregistration > 7 * {week})
    and (date_registration is null or date_registration <= 7 * {week})
),

plan as (
  select
    code_module,
    code_presentation,
    id_assessment,
    date as due
  from read_csv('{data}/assessments.csv', header = true)
  where assessment_type <> 'Exam' and date is not null
),

handed_in as (
  select id_assessment, id_student, date_submitted, is_banked = 1 as banked, score
  from read_csv('{data}/studentAssessment.csv.gz', header = true)
  where date_submitted <= 7 * {week}
),

work as (
  select
    e.*,
    p.due,
    h.date_submitted,
    h.banked,
    (h.score - avg(h.score) over (partition by p.id_assessment))
      / nullif(stddev_samp(h.score) over (partition by p.id_assessment), 0) as against_class
  from enrolled e
  join plan p using (code_module, code_presentation)
  left join handed_in h on h.id_assessment = p.id_assessment and h.id_student = e.id_student
),

-- Day 1 to 7 is week 0; what was dated before the start belongs to it too.
due_in as (
  select
    code_module,
    code_presentation,
    id_student,
    greatest(0, (due - 1) // 7) as week,
    count(*) filter (date_submitted is null) as missed_count,
    avg(against_class) as against_class,
    avg(date_submitted - due) filter (not banked) as days_late
  from work
  where due <= 7 * {week}
  group by all
)

select
  e.code_module,
  e.code_presentation,
  e.id_student,
  w.week,
  coalesce(d.missed_count, 0) as missed_count,
  d.against_class as against_class_week,
  d.days_late
from enrolled e
cross join range({week}) as w(week)
left join due_in d using (code_module, code_presentation, id_student, week)
