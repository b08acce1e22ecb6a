-- The state's id and the e-mail address of a student; a value that several students share identifies nobody and is left out.
-- grain: one row for each version of a student and linked id system

with

people as (
  select
    student_id, state_id, email,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from contoso_sis_students
),

own_state_ids as (
  select state_id
  from people
  where state_id is not null
  group by state_id
  having count(distinct student_id) = 1
),

own_addresses as (
  select email
  from people
  where email is not null
  group by email
  having count(distinct student_id) = 1
),

by_state_id as (
  select
    'state_student' as id_system_b, people.student_id, people.state_id as id_b, 'state id in the student file' as basis,
    people.source_key, people.batch_id, people.record_no, people.as_of, people.change_no,
    people.known_from, people.known_basis, people.is_current, people.is_deleted
  from people
  inner join own_state_ids on people.state_id = own_state_ids.state_id
),

by_address as (
  select
    'email' as id_system_b, people.student_id, people.email as id_b, 'address in the student file' as basis,
    people.source_key, people.batch_id, people.record_no, people.as_of, people.change_no,
    people.known_from, people.known_basis, people.is_current, people.is_deleted
  from people
  inner join own_addresses on people.email = own_addresses.email
),

links as (
  select
    id_system_b, student_id, id_b, basis,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from by_state_id
  union all
  select
    id_system_b, student_id, id_b, basis,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from by_address
)

select
  cast('sis_student' as varchar) as id_system_a,
  student_id as id_a,
  cast(id_system_b as varchar) as id_system_b,
  id_b,
  cast(basis as varchar) as basis,
  cast('contoso_sis' as varchar) as module,
  cast('students' as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from links
