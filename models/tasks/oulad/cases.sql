-- Enrolments still registered at the end of week {week}, with what was known of each by that day.
-- Cut first, join after: no row dated after day 7 x {week} enters; the final exam and whole-course totals never do.
with info as (
  select
    code_module,
    code_presentation,
    id_student,
    highest_education,
    gender,
    age_band,
    imd_band,
    disability,
    region,
    num_of_prev_attempts as previous_attempts,
    studied_credits as credits,
    final_result in ('Fail', 'Withdrawn') as not_completed
  from read_csv('{data}/studentInfo.csv.gz', header = true)
),

registration as (
  select code_module, code_presentation, id_student, date_registration, date_unregistration
  from read_csv('{data}/studentRegistration.csv.gz', header = true)
),

-- Two presentations a year: B starts in February, J in October; a course that started earlier is known from.
calendar as (
  select
    code_module,
    code_presentation,
    module_presentation_length as course_days,
    make_date(
      substr(code_presentation, 1, 4)::int, case right(code_presentation, 1) when 'B' then 2 else 10 end, 1
    ) as starts
  from read_csv('{data}/courses.csv', header = true)
),

enrolled as (
  select i.*, r.date_registration, c.course_days, c.starts
  from info i
  join registration r using (code_module, code_presentation, id_student)
  join calendar c using (code_module, code_presentation)
  where (r.date_unregistration is null or r.date_unregistration > 7 * {week})
    and (r.date_registration is null or r.date_registration <= 7 * {week})
),

-- The presentation's own calendar of assessments, without the final exam.
plan as (
  select
    code_module,
    code_presentation,
    id_assessment,
    assessment_type,
    date as due,
    weight,
    row_number() over (
      partition by code_module, code_presentation, assessment_type order by date, id_assessment
    ) as place
  from read_csv('{data}/assessments.csv', header = true)
  where assessment_type <> 'Exam' and date is not null
),

handed_in_anywhere as (
  select id_assessment, id_student, date_submitted, is_banked = 1 as banked, score
  from read_csv('{data}/studentAssessment.csv.gz', header = true)
),

handed_in as (
  select *
  from handed_in_anywhere
  where date_submitted <= 7 * {week}
),

-- One row an enrolment and an assessment that was due by the cut or handed in by then.
work as (
  select
    e.code_module,
    e.code_presentation,
    e.id_student,
    p.assessment_type,
    p.place,
    p.due,
    p.weight,
    -- Where every weight is 0 the calendar still counts.
    case when max(p.weight) over (partition by e.code_module, e.code_presentation) > 0 then p.weight else 1 end
      as counted_weight,
    h.date_submitted,
    coalesce(h.banked, false) as banked,
    h.score,
    p.due <= 7 * {week} as is_due,
    h.id_student is not null as submitted,
    -- The presentation's own norm, from what was handed in by the cut.
    avg(h.score) over (partition by p.id_assessment) as norm,
    stddev_samp(h.score) over (partition by p.id_assessment) as spread,
    percent_rank() over (partition by p.id_assessment order by h.score nulls first) as place_in_class
  from enrolled e
  join plan p using (code_module, code_presentation)
  left join handed_in h on h.id_assessment = p.id_assessment and h.id_student = e.id_student
  where p.due <= 7 * {week} or h.id_student is not null
),

marks as (
  select
    code_module,
    code_presentation,
    id_student,
    count(*) filter (is_due) as due,
    count(*) filter (is_due and not submitted) as missed,
    count(*) filter (is_due and not submitted and assessment_type = 'TMA') as missed_tma,
    count(*) filter (is_due and not submitted and assessment_type = 'CMA') as missed_cma,
    count(*) filter (not is_due) as handed_in_early,
    count(*) filter (banked) as banked,
    sum(case when is_due then counted_weight * coalesce(score, 0) end)
      / nullif(sum(case when is_due then counted_weight end), 0) as weighted_score,
    sum(case when is_due and not submitted then counted_weight else 0 end)
      / nullif(sum(case when is_due then counted_weight end), 0) as missed_weight,
    avg(score) as mean_score,
    min(score) as lowest_score,
    avg(score) filter (assessment_type = 'TMA') as mean_tma,
    avg(score) filter (assessment_type = 'CMA') as mean_cma,
    avg((score - norm) / nullif(spread, 0)) as against_class,
    avg(case when is_due then place_in_class end) as class_rank,
    arg_max((score - norm) / nullif(spread, 0), due) filter (score is not null) as last_against_class,
    arg_max(score, due) filter (score is not null and assessment_type = 'TMA') as last_tma,
    arg_max(submitted, (due, place)) filter (is_due and assessment_type = 'TMA') as last_tma_there,
    arg_max(submitted, (due, place)) filter (is_due) as last_there,
    avg(date_submitted - due) filter (not banked) as mean_days_late,
    max(date_submitted - due) filter (not banked) as most_days_late,
    arg_max(date_submitted - due, due) filter (submitted and not banked) as last_days_late,
    max(due) filter (is_due) - max(date_submitted) filter (not banked) as days_behind
  from work
  group by all
),

-- Other courses of the same person: finished before this one started, or running beside it until the cut.
other_finished as (
  select
    e.code_module,
    e.code_presentation,
    e.id_student,
    count(*) as courses_before,
    count(*) filter (not o.not_completed) as completed_before
  from enrolled e
  join info o on o.id_student = e.id_student
  join calendar c on c.code_module = o.code_module and c.code_presentation = o.code_presentation
  where c.starts + c.course_days::int <= e.starts + 7 * {week}
    and c.starts < e.starts
  group by all
),

other_marks as (
  select
    e.code_module,
    e.code_presentation,
    e.id_student,
    avg(case when c.starts < e.starts then h.score end) as mean_score_before,
    avg(case when c.starts = e.starts then h.score end) as mean_score_beside
  from enrolled e
  join handed_in_anywhere h on h.id_student = e.id_student
  join plan p on p.id_assessment = h.id_assessment
  join calendar c on c.code_module = p.code_module and c.code_presentation = p.code_presentation
  where (p.code_module, p.code_presentation) <> (e.code_module, e.code_presentation)
    and c.starts + h.date_submitted::int <= e.starts + 7 * {week}
  group by all
),

-- Presentations differ in how much they ask and when: what counts is the distance from one's own class.
against_own_class as (
  select
    code_module,
    code_presentation,
    id_student,
    missed / nullif(due, 0) as missed_share,
    missed / nullif(due, 0) - avg(missed / nullif(due, 0)) over class as missed_against_class,
    days_behind - median(days_behind) over class as behind_class,
    mean_days_late - avg(mean_days_late) over class as late_against_class,
    percent_rank() over (
      partition by code_module, code_presentation order by weighted_score nulls first
    ) as weighted_rank
  from marks
  window class as (partition by code_module, code_presentation)
),

beside as (
  select code_presentation, id_student, count(*) as courses_now
  from enrolled
  group by all
)

select
  e.code_module,
  e.code_presentation,
  e.id_student,
  e.not_completed,
  e.highest_education,
  e.gender,
  e.age_band,
  e.imd_band,
  e.disability,
  e.region,
  right(e.code_presentation, 1) as season,
  e.previous_attempts,
  e.credits,
  e.date_registration,
  b.courses_now,
  coalesce(f.courses_before, 0) as courses_before,
  f.completed_before / f.courses_before as completed_share_before,
  o.mean_score_before,
  o.mean_score_beside,
  m.* exclude (code_module, code_presentation, id_student),
  a.* exclude (code_module, code_presentation, id_student)
from enrolled e
left join marks m using (code_module, code_presentation, id_student)
left join against_own_class a using (code_module, code_presentation, id_student)
left join other_finished f using (code_module, code_presentation, id_student)
left join other_marks o using (code_module, code_presentation, id_student)
left join beside b using (code_presentation, id_student)
