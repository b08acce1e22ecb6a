-- edfi_staff_section_associations: all versions.
-- Generated from modules/edfi/module.yaml; edit that file.
with

delivered as (
  select
    resource_id,
    staff_id,
    school_id,
    school_year,
    session_name,
    local_course_code,
    section_identifier,
    begin_date,
    end_date,
    position_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    operation = 'delete' as is_deleted
  from staged_edfi_staff_section_associations
),

lives as (
  select
    resource_id,
    staff_id,
    school_id,
    school_year,
    session_name,
    local_course_code,
    section_identifier,
    begin_date,
    end_date,
    position_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    count(case when not is_deleted then 1 end) over (partition by resource_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no rows between unbounded preceding and current row) as life,
    row_number() over versions as version_no
  from delivered
  window versions as (partition by resource_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

filled as (
  select
    resource_id,
    first_value(staff_id) over life_versions as staff_id,
    first_value(school_id) over life_versions as school_id,
    first_value(school_year) over life_versions as school_year,
    first_value(session_name) over life_versions as session_name,
    first_value(local_course_code) over life_versions as local_course_code,
    first_value(section_identifier) over life_versions as section_identifier,
    first_value(begin_date) over life_versions as begin_date,
    first_value(end_date) over life_versions as end_date,
    first_value(position_descriptor) over life_versions as position_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted
  from lives
  where life > 0
  window life_versions as (partition by resource_id, life order by version_no)
),

compared as (
  select
    resource_id,
    staff_id,
    school_id,
    school_year,
    session_name,
    local_course_code,
    section_identifier,
    begin_date,
    end_date,
    position_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    case
      when is_deleted is not distinct from lag(is_deleted) over versions
        and staff_id is not distinct from lag(staff_id) over versions
        and school_id is not distinct from lag(school_id) over versions
        and school_year is not distinct from lag(school_year) over versions
        and session_name is not distinct from lag(session_name) over versions
        and local_course_code is not distinct from lag(local_course_code) over versions
        and section_identifier is not distinct from lag(section_identifier) over versions
        and begin_date is not distinct from lag(begin_date) over versions
        and end_date is not distinct from lag(end_date) over versions
        and position_descriptor is not distinct from lag(position_descriptor) over versions
        then 0
      else 1
    end as is_change,
    row_number() over versions as version_no
  from filled
  window versions as (partition by resource_id order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), is_deleted, batch_id, record_no)
),

runs as (
  select
    resource_id,
    staff_id,
    school_id,
    school_year,
    session_name,
    local_course_code,
    section_identifier,
    begin_date,
    end_date,
    position_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    is_deleted,
    is_change,
    version_no,
    count(case when is_change = 1 then 1 end) over (partition by resource_id order by version_no rows between unbounded preceding and current row) as run_no
  from compared
),

learned as (
  select
    resource_id,
    staff_id,
    school_id,
    school_year,
    session_name,
    local_course_code,
    section_identifier,
    begin_date,
    end_date,
    position_descriptor,
    batch_id,
    record_no,
    as_of,
    change_no,
    is_deleted,
    is_change,
    version_no,
    min(known_from) over (partition by resource_id, run_no) as known_from,
    first_value(known_basis) over (partition by resource_id, run_no order by known_from, known_basis desc) as known_basis
  from runs
),

history as (
  select
    resource_id,
    staff_id,
    school_id,
    school_year,
    session_name,
    local_course_code,
    section_identifier,
    begin_date,
    end_date,
    position_descriptor,
    coalesce(resource_id, '') as source_key,
    batch_id,
    record_no,
    as_of,
    change_no,
    known_from,
    known_basis,
    lead(version_no) over (partition by resource_id order by version_no) is null as is_current,
    is_deleted
  from learned
  where is_change = 1
)

select
  resource_id,
  staff_id,
  school_id,
  school_year,
  session_name,
  local_course_code,
  section_identifier,
  begin_date,
  end_date,
  position_descriptor,
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
