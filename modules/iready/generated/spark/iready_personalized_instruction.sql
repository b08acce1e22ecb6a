-- iready_personalized_instruction: all versions.
-- Generated from modules/iready/module.yaml; edit that file.
with

delivered as (
  select
    student_id,
    grade_level,
    academic_year,
    school_name,
    subject,
    domain,
    lesson_grade,
    lesson_level,
    lesson_id,
    lesson_name,
    lesson_language,
    completion_date,
    minutes,
    score,
    outcome,
    teacher_assigned,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_iready_personalized_instruction
),

compared as (
  select
    student_id,
    grade_level,
    academic_year,
    school_name,
    subject,
    domain,
    lesson_grade,
    lesson_level,
    lesson_id,
    lesson_name,
    lesson_language,
    completion_date,
    minutes,
    score,
    outcome,
    teacher_assigned,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and grade_level is not distinct from lag(grade_level) over versions
        and academic_year is not distinct from lag(academic_year) over versions
        and school_name is not distinct from lag(school_name) over versions
        and subject is not distinct from lag(subject) over versions
        and domain is not distinct from lag(domain) over versions
        and lesson_grade is not distinct from lag(lesson_grade) over versions
        and lesson_level is not distinct from lag(lesson_level) over versions
        and lesson_name is not distinct from lag(lesson_name) over versions
        and lesson_language is not distinct from lag(lesson_language) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by student_id, lesson_id, completion_date, minutes, score, outcome, teacher_assigned order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    student_id,
    grade_level,
    academic_year,
    school_name,
    subject,
    domain,
    lesson_grade,
    lesson_level,
    lesson_id,
    lesson_name,
    lesson_language,
    completion_date,
    minutes,
    score,
    outcome,
    teacher_assigned,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by student_id, lesson_id, completion_date, minutes, score, outcome, teacher_assigned order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    student_id,
    grade_level,
    academic_year,
    school_name,
    subject,
    domain,
    lesson_grade,
    lesson_level,
    lesson_id,
    lesson_name,
    lesson_language,
    completion_date,
    minutes,
    score,
    outcome,
    teacher_assigned,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by student_id, lesson_id, completion_date, minutes, score, outcome, teacher_assigned, run_no) as known_from,
    first_value(known_basis) over (partition by student_id, lesson_id, completion_date, minutes, score, outcome, teacher_assigned, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    student_id,
    grade_level,
    academic_year,
    school_name,
    subject,
    domain,
    lesson_grade,
    lesson_level,
    lesson_id,
    lesson_name,
    lesson_language,
    completion_date,
    minutes,
    score,
    outcome,
    teacher_assigned,
    coalesce(student_id, '') || '|' || coalesce(lesson_id, '') || '|' || coalesce(cast(completion_date as string), '') || '|' || coalesce(cast(minutes as string), '') || '|' || coalesce(score, '') || '|' || coalesce(outcome, '') || '|' || coalesce(cast(teacher_assigned as string), '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by student_id, lesson_id, completion_date, minutes, score, outcome, teacher_assigned order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  student_id,
  grade_level,
  academic_year,
  school_name,
  subject,
  domain,
  lesson_grade,
  lesson_level,
  lesson_id,
  lesson_name,
  lesson_language,
  completion_date,
  minutes,
  score,
  outcome,
  teacher_assigned,
  source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  is_current,
  is_deleted
from history
