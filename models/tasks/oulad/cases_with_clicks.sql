-- The same enrolments with what is kept of their clicks by the end of week {week}: ranks within the own class.
with cases as (
  {oulad/cases.sql}
),

-- Clicks of days 0 to 7, 14 and 21; every week asked for here ends later.
early as (
  select
    code_module,
    code_presentation,
    id_student,
    early_clicks_7d as clicks_7,
    early_clicks_14d as clicks_14,
    early_clicks_21d as clicks_21
  from read_parquet('{data}/early_clicks_cohort.parquet')
),

-- The newest stage (a share of the course's length) that had ended by the cut, and the one before it.
stages as (
  select code_module, code_presentation, stage_pct, row_number() over newest as age
  from (
    select distinct a.code_module, a.code_presentation, a.stage_pct
    from read_parquet('{data}/access_counts_by_stage.parquet') a
    join read_csv('{data}/courses.csv', header = true) c using (code_module, code_presentation)
    where a.stage_pct / 100 * c.module_presentation_length <= 7 * {week}
  )
  window newest as (partition by code_module, code_presentation order by stage_pct desc)
),

accessed as (
  select
    a.code_module,
    a.code_presentation,
    a.id_student,
    sum(a.accesses) filter (s.age = 1) as accesses,
    count(*) filter (s.age = 1) as sites,
    sum(a.accesses) filter (s.age = 2) as accesses_before,
    sum(a.accesses) filter (s.age = 1 and v.activity_type = 'homepage') as home,
    sum(a.accesses) filter (s.age = 1 and v.activity_type in ('oucontent', 'resource', 'subpage', 'url')) as content,
    sum(a.accesses) filter (s.age = 1 and v.activity_type in ('quiz', 'externalquiz')) as quiz,
    sum(a.accesses) filter (s.age = 1 and v.activity_type = 'forumng') as forum
  from read_parquet('{data}/access_counts_by_stage.parquet') a
  join stages s using (code_module, code_presentation, stage_pct)
  join read_csv('{data}/vle.csv.gz', header = true) v using (code_module, code_presentation, id_site)
  where s.age <= 2
  group by all
),

-- Who has no row of a stage that is kept accessed nothing; where no stage is kept, nothing is known.
counted as (
  select
    c.code_module,
    c.code_presentation,
    c.id_student,
    e.clicks_7,
    e.clicks_14,
    e.clicks_21,
    case when s.stage_pct is not null then coalesce(a.accesses, 0) end as accesses,
    case when s.stage_pct is not null then coalesce(a.sites, 0) end as sites,
    case when p.stage_pct is not null then coalesce(a.accesses, 0) - coalesce(a.accesses_before, 0) end as lately,
    case when s.stage_pct is not null then coalesce(a.home, 0) end as home,
    case when s.stage_pct is not null then coalesce(a.content, 0) end as content,
    case when s.stage_pct is not null then coalesce(a.quiz, 0) end as quiz,
    case when s.stage_pct is not null then coalesce(a.forum, 0) end as forum
  from cases c
  left join early e using (code_module, code_presentation, id_student)
  left join stages s on s.code_module = c.code_module and s.code_presentation = c.code_presentation and s.age = 1
  left join stages p on p.code_module = c.code_module and p.code_presentation = c.code_presentation and p.age = 2
  left join accessed a on a.code_module = c.code_module and a.code_presentation = c.code_presentation
    and a.id_student = c.id_student
),

ranked as (
  select
    code_module,
    code_presentation,
    id_student,
    case when clicks_21 is not null then percent_rank() over (class order by clicks_21 nulls first) end
      as clicks_21_rank,
    case when clicks_21 is not null then percent_rank() over (class order by clicks_21 - clicks_14 nulls first) end
      as clicks_week_3_rank,
    ln(1 + clicks_21 - clicks_14) - ln(1 + clicks_7) as clicks_kept_up,
    case when accesses is not null then percent_rank() over (class order by accesses nulls first) end as accesses_rank,
    case when sites is not null then percent_rank() over (class order by sites nulls first) end as sites_rank,
    case when lately is not null then percent_rank() over (class order by lately nulls first) end
      as accesses_lately_rank,
    case when home is not null then percent_rank() over (class order by home nulls first) end as home_rank,
    case when content is not null then percent_rank() over (class order by content nulls first) end as content_rank,
    case when quiz is not null then percent_rank() over (class order by quiz nulls first) end as quiz_rank,
    case when forum is not null then percent_rank() over (class order by forum nulls first) end as forum_rank
  from counted
  window class as (partition by code_module, code_presentation)
)

select c.*, r.* exclude (code_module, code_presentation, id_student)
from cases c
left join ranked r using (code_module, code_presentation, id_student)
