-- iready_year_to_date_window: all versions.
-- Generated from modules/iready/module.yaml; edit that file.
with

delivered as (
  select
    student_id,
    enrolled,
    grade_level,
    academic_year,
    school_name,
    subject,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    completion_date,
    rush_flag,
    overall_score,
    overall_placement,
    percentile,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    delivery,
    operation = 'unread' as is_unread,
    operation = 'delete' as is_deleted
  from staged_iready_year_to_date_window
),

sets as (
  select
    subject,
    academic_year,
    as_of,
    min(batch_id) as batch_id,
    max(known_from) as known_from,
    max(known_basis) as known_basis,
    bool_or(delivery = 'snapshot') and not bool_or(delivery = 'partial') as is_full
  from delivered
  where not is_deleted and not is_unread
  group by subject, academic_year, as_of
),

following as (
  select
    subject,
    academic_year,
    as_of,
    min(case when is_full then as_of end) over (partition by subject, academic_year order by as_of rows between 1 following and unbounded following) as next_full
  from sets
),

present as (
  select
    student_id,
    subject,
    academic_year,
    as_of,
    lead(as_of) over (partition by student_id, subject, academic_year order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no) as next_present
  from delivered
  where not is_deleted
),

absent as (
  select
    present.student_id,
    cast(null as string) as enrolled,
    cast(null as string) as grade_level,
    present.academic_year,
    cast(null as string) as school_name,
    present.subject,
    cast(null as string) as sex,
    cast(null as string) as hispanic_or_latino,
    cast(null as string) as race,
    cast(null as string) as english_learner,
    cast(null as string) as special_education,
    cast(null as string) as economic_disadvantage,
    cast(null as string) as migrant,
    cast(null as date) as completion_date,
    cast(null as string) as rush_flag,
    cast(null as double) as overall_score,
    cast(null as string) as overall_placement,
    cast(null as double) as percentile,
    sets.batch_id,
    cast(0 as bigint) as record_no,
    following.next_full as as_of,
    cast(null as bigint) as change_no,
    sets.known_from,
    sets.known_basis,
    true as is_deleted
  from present
  inner join following
    on present.as_of = following.as_of
    and present.subject is not distinct from following.subject
    and present.academic_year is not distinct from following.academic_year
  inner join sets
    on following.next_full = sets.as_of
    and following.subject is not distinct from sets.subject
    and following.academic_year is not distinct from sets.academic_year
  where present.next_present is null or present.next_present > following.next_full
),

changes as (
  select
    student_id,
    enrolled,
    grade_level,
    academic_year,
    school_name,
    subject,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    completion_date,
    rush_flag,
    overall_score,
    overall_placement,
    percentile,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted
  from delivered
  where not is_unread
  union all
  select
    student_id,
    enrolled,
    grade_level,
    academic_year,
    school_name,
    subject,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    completion_date,
    rush_flag,
    overall_score,
    overall_placement,
    percentile,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted
  from absent
),

lives as (
  select
    student_id,
    enrolled,
    grade_level,
    academic_year,
    school_name,
    subject,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    completion_date,
    rush_flag,
    overall_score,
    overall_placement,
    percentile,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    count(case when not is_deleted then 1 end) over (partition by student_id, subject, academic_year order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no rows between unbounded preceding and current row) as life,
    row_number() over versions as version_no
  from changes
  window versions as (partition by student_id, subject, academic_year order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

filled as (
  select
    student_id,
    first_value(enrolled) over life_versions as enrolled,
    first_value(grade_level) over life_versions as grade_level,
    academic_year,
    first_value(school_name) over life_versions as school_name,
    subject,
    first_value(sex) over life_versions as sex,
    first_value(hispanic_or_latino) over life_versions as hispanic_or_latino,
    first_value(race) over life_versions as race,
    first_value(english_learner) over life_versions as english_learner,
    first_value(special_education) over life_versions as special_education,
    first_value(economic_disadvantage) over life_versions as economic_disadvantage,
    first_value(migrant) over life_versions as migrant,
    first_value(completion_date) over life_versions as completion_date,
    first_value(rush_flag) over life_versions as rush_flag,
    first_value(overall_score) over life_versions as overall_score,
    first_value(overall_placement) over life_versions as overall_placement,
    first_value(percentile) over life_versions as percentile,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted
  from lives
  where life > 0
  window life_versions as (partition by student_id, subject, academic_year, life order by version_no)
),

compared as (
  select
    student_id,
    enrolled,
    grade_level,
    academic_year,
    school_name,
    subject,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    completion_date,
    rush_flag,
    overall_score,
    overall_placement,
    percentile,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and enrolled is not distinct from lag(enrolled) over versions
        and grade_level is not distinct from lag(grade_level) over versions
        and school_name is not distinct from lag(school_name) over versions
        and sex is not distinct from lag(sex) over versions
        and hispanic_or_latino is not distinct from lag(hispanic_or_latino) over versions
        and race is not distinct from lag(race) over versions
        and english_learner is not distinct from lag(english_learner) over versions
        and special_education is not distinct from lag(special_education) over versions
        and economic_disadvantage is not distinct from lag(economic_disadvantage) over versions
        and migrant is not distinct from lag(migrant) over versions
        and rush_flag is not distinct from lag(rush_flag) over versions
        and overall_score is not distinct from lag(overall_score) over versions
        and overall_placement is not distinct from lag(overall_placement) over versions
        and percentile is not distinct from lag(percentile) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from filled
  window versions as (partition by student_id, subject, academic_year order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    student_id,
    enrolled,
    grade_level,
    academic_year,
    school_name,
    subject,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    completion_date,
    rush_flag,
    overall_score,
    overall_placement,
    percentile,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by student_id, subject, academic_year order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    student_id,
    enrolled,
    grade_level,
    academic_year,
    school_name,
    subject,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    completion_date,
    rush_flag,
    overall_score,
    overall_placement,
    percentile,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by student_id, subject, academic_year, run_no) as known_from,
    first_value(known_basis) over (partition by student_id, subject, academic_year, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    student_id,
    enrolled,
    grade_level,
    academic_year,
    school_name,
    subject,
    sex,
    hispanic_or_latino,
    race,
    english_learner,
    special_education,
    economic_disadvantage,
    migrant,
    completion_date,
    rush_flag,
    overall_score,
    overall_placement,
    percentile,
    coalesce(student_id, '') || '|' || coalesce(subject, '') || '|' || coalesce(academic_year, '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by student_id, subject, academic_year order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  student_id,
  enrolled,
  grade_level,
  academic_year,
  school_name,
  subject,
  sex,
  hispanic_or_latino,
  race,
  english_learner,
  special_education,
  economic_disadvantage,
  migrant,
  completion_date,
  rush_flag,
  overall_score,
  overall_placement,
  percentile,
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
