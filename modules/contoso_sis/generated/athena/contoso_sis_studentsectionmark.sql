-- contoso_sis_studentsectionmark: all versions.
-- Generated from modules/contoso_sis/module.yaml; edit that file.
with

delivered as (
  select
    mark_id,
    student_id,
    section_id,
    school_year,
    term_id,
    numeric_mark,
    letter_mark,
    is_final,
    credits_attempted,
    credits_earned,
    credit_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    delivery,
    operation = 'unread' as is_unread,
    operation = 'delete' as is_deleted
  from staged_contoso_sis_studentsectionmark
),

sets as (
  select
    school_year,
    as_of,
    min(batch_id) as batch_id,
    max(known_from) as known_from,
    max(known_basis) as known_basis,
    bool_or(delivery = 'snapshot') and not bool_or(delivery = 'partial') as is_full
  from delivered
  where not is_deleted and not is_unread
  group by school_year, as_of
),

following as (
  select
    school_year,
    as_of,
    min(case when is_full then as_of end) over (partition by school_year order by as_of rows between 1 following and unbounded following) as next_full
  from sets
),

present as (
  select
    mark_id,
    student_id,
    section_id,
    term_id,
    school_year,
    as_of,
    lead(as_of) over (partition by mark_id, student_id, section_id, term_id, school_year order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no) as next_present
  from delivered
  where not is_deleted
),

absent as (
  select
    present.mark_id,
    present.student_id,
    present.section_id,
    present.school_year,
    present.term_id,
    cast(null as double) as numeric_mark,
    cast(null as varchar) as letter_mark,
    cast(null as boolean) as is_final,
    cast(null as double) as credits_attempted,
    cast(null as double) as credits_earned,
    cast(null as varchar) as credit_type,
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
    and present.school_year is not distinct from following.school_year
  inner join sets
    on following.next_full = sets.as_of
    and following.school_year is not distinct from sets.school_year
  where present.next_present is null or present.next_present > following.next_full
),

changes as (
  select
    mark_id,
    student_id,
    section_id,
    school_year,
    term_id,
    numeric_mark,
    letter_mark,
    is_final,
    credits_attempted,
    credits_earned,
    credit_type,
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
    mark_id,
    student_id,
    section_id,
    school_year,
    term_id,
    numeric_mark,
    letter_mark,
    is_final,
    credits_attempted,
    credits_earned,
    credit_type,
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
    mark_id,
    student_id,
    section_id,
    school_year,
    term_id,
    numeric_mark,
    letter_mark,
    is_final,
    credits_attempted,
    credits_earned,
    credit_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    count(case when not is_deleted then 1 end) over (partition by mark_id, student_id, section_id, term_id, school_year order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no rows between unbounded preceding and current row) as life,
    row_number() over versions as version_no
  from changes
  window versions as (partition by mark_id, student_id, section_id, term_id, school_year order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

filled as (
  select
    mark_id,
    student_id,
    section_id,
    school_year,
    term_id,
    first_value(numeric_mark) over life_versions as numeric_mark,
    first_value(letter_mark) over life_versions as letter_mark,
    first_value(is_final) over life_versions as is_final,
    first_value(credits_attempted) over life_versions as credits_attempted,
    first_value(credits_earned) over life_versions as credits_earned,
    first_value(credit_type) over life_versions as credit_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted
  from lives
  where life > 0
  window life_versions as (partition by mark_id, student_id, section_id, term_id, school_year, life order by version_no)
),

compared as (
  select
    mark_id,
    student_id,
    section_id,
    school_year,
    term_id,
    numeric_mark,
    letter_mark,
    is_final,
    credits_attempted,
    credits_earned,
    credit_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and numeric_mark is not distinct from lag(numeric_mark) over versions
        and letter_mark is not distinct from lag(letter_mark) over versions
        and is_final is not distinct from lag(is_final) over versions
        and credits_attempted is not distinct from lag(credits_attempted) over versions
        and credits_earned is not distinct from lag(credits_earned) over versions
        and credit_type is not distinct from lag(credit_type) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from filled
  window versions as (partition by mark_id, student_id, section_id, term_id, school_year order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    mark_id,
    student_id,
    section_id,
    school_year,
    term_id,
    numeric_mark,
    letter_mark,
    is_final,
    credits_attempted,
    credits_earned,
    credit_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by mark_id, student_id, section_id, term_id, school_year order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    mark_id,
    student_id,
    section_id,
    school_year,
    term_id,
    numeric_mark,
    letter_mark,
    is_final,
    credits_attempted,
    credits_earned,
    credit_type,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by mark_id, student_id, section_id, term_id, school_year, run_no) as known_from,
    first_value(known_basis) over (partition by mark_id, student_id, section_id, term_id, school_year, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    mark_id,
    student_id,
    section_id,
    school_year,
    term_id,
    numeric_mark,
    letter_mark,
    is_final,
    credits_attempted,
    credits_earned,
    credit_type,
    coalesce(mark_id, '') || '|' || coalesce(student_id, '') || '|' || coalesce(section_id, '') || '|' || coalesce(term_id, '') || '|' || coalesce(cast(school_year as varchar), '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by mark_id, student_id, section_id, term_id, school_year order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  mark_id,
  student_id,
  section_id,
  school_year,
  term_id,
  numeric_mark,
  letter_mark,
  is_final,
  credits_attempted,
  credits_earned,
  credit_type,
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
