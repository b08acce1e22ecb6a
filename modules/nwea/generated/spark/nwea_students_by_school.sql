-- nwea_students_by_school: all versions.
-- Generated from modules/nwea/module.yaml; edit that file.
with

delivered as (
  select
    term_name,
    school_name,
    school_state_id,
    student_id,
    student_state_id,
    birth_year,
    ethnic_group,
    sex,
    grade_level,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    false as is_deleted
  from staged_nwea_students_by_school
),

compared as (
  select
    term_name,
    school_name,
    school_state_id,
    student_id,
    student_state_id,
    birth_year,
    ethnic_group,
    sex,
    grade_level,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and school_state_id is not distinct from lag(school_state_id) over versions
        and student_state_id is not distinct from lag(student_state_id) over versions
        and birth_year is not distinct from lag(birth_year) over versions
        and ethnic_group is not distinct from lag(ethnic_group) over versions
        and sex is not distinct from lag(sex) over versions
        and grade_level is not distinct from lag(grade_level) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by student_id, term_name, school_name order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    term_name,
    school_name,
    school_state_id,
    student_id,
    student_state_id,
    birth_year,
    ethnic_group,
    sex,
    grade_level,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by student_id, term_name, school_name order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    term_name,
    school_name,
    school_state_id,
    student_id,
    student_state_id,
    birth_year,
    ethnic_group,
    sex,
    grade_level,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by student_id, term_name, school_name, run_no) as known_from,
    first_value(known_basis) over (partition by student_id, term_name, school_name, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    term_name,
    school_name,
    school_state_id,
    student_id,
    student_state_id,
    birth_year,
    ethnic_group,
    sex,
    grade_level,
    coalesce(student_id, '') || '|' || coalesce(term_name, '') || '|' || coalesce(school_name, '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by student_id, term_name, school_name order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  term_name,
  school_name,
  school_state_id,
  student_id,
  student_state_id,
  birth_year,
  ethnic_group,
  sex,
  grade_level,
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
