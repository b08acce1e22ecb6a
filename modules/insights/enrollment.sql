-- Stints of students at schools, by role; a beginning that the role leaves blank is that of its session, a blank end is open.
-- grain: one row for each version of a student's role at a school

with

roles as (
  select definition_id, lower(code) as code
  from insights_ref_definition
  where definition_type = 'RefRole' and is_current and not is_deleted
),

grades as (
  select definition_id, code
  from insights_ref_definition
  where definition_type = 'RefGradeLevel' and is_current and not is_deleted
),

years as (
  select definition_id, code
  from insights_ref_definition
  where definition_type = 'RefAcademicYear' and is_current and not is_deleted
),

schools as (
  select organization.organization_id
  from insights_organization as organization
  inner join insights_ref_definition as definition on organization.organization_type_id = definition.definition_id
  where organization.is_current
    and definition.definition_type = 'RefOrgType' and definition.is_current and not definition.is_deleted
    and lower(definition.code) in ('school', 'college', 'university', 'campus', 'adulteducation', 'program')
),

sessions as (
  select
    session.session_id, session.begin_date,
    case when regexp_like(years.code, '^[0-9]{4}$') then cast(years.code as integer) end as school_year
  from insights_session as session
  left join years on session.academic_year_id = years.definition_id
  where session.is_current and not session.is_deleted
),

stints as (
  select
    held.person_id, held.organization_id, held.is_primary,
    coalesce(roles.code, lower(held.role_id)) as role,
    grades.code as grade_level,
    sessions.school_year,
    coalesce(held.role_start, sessions.begin_date) as first_day,
    held.role_end as last_day,
    held.source_key, held.batch_id, held.record_no, held.as_of, held.change_no,
    held.known_from, held.known_basis, held.is_current, held.is_deleted
  from insights_person_organization_role as held
  inner join schools on held.organization_id = schools.organization_id
  left join roles on held.role_id = roles.definition_id
  left join grades on held.grade_level_id = grades.definition_id
  left join sessions on held.session_id = sessions.session_id
)

select
  cast('insights_person' as varchar) as id_system,
  person_id as student_id,
  organization_id as source_school_id,
  grade_level,
  cast(school_year as integer) as school_year,
  first_day as begin_date,
  cast(date_add('day', 1, last_day) as date) as end_date,
  is_primary,
  cast(null as varchar) as entry_reason,
  cast(null as varchar) as exit_reason,
  cast('roster' as varchar) as enrollment_basis,
  cast('insights' as varchar) as module,
  cast('person_organization_role' as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from stints
where role = 'student'
