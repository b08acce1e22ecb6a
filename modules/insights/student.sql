-- Persons and accounts of the roster with their role: a person with several roles is a student when one of them is.
-- grain: one row for each version of a person, and one for each version of an account

with

definitions as (
  select definition_id, definition_type, code
  from insights_ref_definition
  where is_current and not is_deleted
),

school_roles as (
  select
    held.person_id,
    coalesce(lower(role.code), lower(held.role_id)) as role,
    grade.code as grade_level,
    held.is_primary, held.role_start, held.source_key
  from insights_person_organization_role as held
  left join definitions as role on held.role_id = role.definition_id and role.definition_type = 'RefRole'
  left join definitions as grade
    on held.grade_level_id = grade.definition_id and grade.definition_type = 'RefGradeLevel'
  where held.is_current and not held.is_deleted
),

section_roles as (
  select
    held.person_id,
    coalesce(lower(role.code), lower(held.section_role_id)) as role
  from insights_enrollment as held
  left join definitions as role
    on held.section_role_id = role.definition_id and role.definition_type = 'RefSectionRole'
  where held.is_current and not held.is_deleted
),

all_roles as (
  select person_id, role from school_roles where role is not null
  union all
  select person_id, role from section_roles where role is not null
),

person_roles as (
  select
    person_id,
    case
      when bool_or(role = 'student') then 'student'
      when bool_or(role not in ('guardian', 'parent', 'relative', 'alumni', 'other')) then 'staff'
      else 'other'
    end as role
  from all_roles
  group by person_id
),

ranked_grades as (
  select
    person_id, grade_level,
    row_number() over (
      partition by person_id
      order by is_primary desc, role_start desc, source_key
    ) as turn
  from school_roles
  where role = 'student' and grade_level is not null
),

grades as (
  select person_id, grade_level
  from ranked_grades
  where turn = 1
),

births as (
  select person_id, birth_year
  from insights_person_demographic
  where is_current and not is_deleted
),

people as (
  select
    'person' as source_table,
    'insights_person' as id_system,
    person.person_id as student_id,
    person_roles.role,
    grades.grade_level,
    births.birth_year,
    person.source_key, person.batch_id, person.record_no, person.as_of, person.change_no,
    person.known_from, person.known_basis, person.is_current, person.is_deleted
  from insights_person as person
  left join person_roles on person.person_id = person_roles.person_id
  left join grades on person.person_id = grades.person_id
  left join births on person.person_id = births.person_id
  union all
  select
    'aad_user' as source_table,
    'aad_object' as id_system,
    object_id as student_id,
    case
      when lower(account_role) = 'student' then 'student'
      when lower(account_role) in ('guardian', 'parent', 'relative', 'alumni', 'other') then 'other'
      when account_role is not null then 'staff'
    end as role,
    cast(null as varchar) as grade_level,
    cast(null as bigint) as birth_year,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from insights_aad_user
)

select
  cast(id_system as varchar) as id_system,
  student_id,
  cast(role as varchar) as role,
  cast(grade_level as varchar) as grade_level,
  cast(birth_year as bigint) as birth_year,
  cast(null as bigint) as graduation_year,
  cast('insights' as varchar) as module,
  cast(source_table as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from people
