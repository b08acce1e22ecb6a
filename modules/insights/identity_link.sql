-- The ids of one person side by side: account, sign-in name, student id, person id and e-mail address.
-- grain: one row for each version of a mapping, account or address, and pair of id systems

with

account_of_person as (
  select
    'aad_user_person_mapping' as source_table,
    'aad_object' as id_system_a, object_id as id_a,
    'insights_person' as id_system_b, person_id as id_b,
    'list of accounts and persons' as basis,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from insights_aad_user_person_mapping
),

sign_in_names as (
  select
    'aad_user' as source_table,
    'aad_object' as id_system_a, object_id as id_a,
    'upn' as id_system_b, upn as id_b,
    'sign-in name of the account' as basis,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from insights_aad_user
  where upn is not null
),

student_ids as (
  select
    'aad_user' as source_table,
    'aad_object' as id_system_a, object_id as id_a,
    'sis_student' as id_system_b, student_id as id_b,
    'student id of the account' as basis,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from insights_aad_user
  where student_id is not null
),

-- An address that two people share, as families do, identifies neither.
own_addresses as (
  select email
  from insights_person_email_address
  where email is not null
  group by email
  having count(distinct person_id) = 1
),

addresses as (
  select
    'person_email_address' as source_table,
    'insights_person' as id_system_a, address.person_id as id_a,
    'email' as id_system_b, address.email as id_b,
    'address of the person' as basis,
    address.source_key, address.batch_id, address.record_no, address.as_of, address.change_no,
    address.known_from, address.known_basis, address.is_current, address.is_deleted
  from insights_person_email_address as address
  inner join own_addresses on address.email = own_addresses.email
),

links as (
  select
    source_table, id_system_a, id_a, id_system_b, id_b, basis,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from account_of_person
  union all
  select
    source_table, id_system_a, id_a, id_system_b, id_b, basis,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from sign_in_names
  union all
  select
    source_table, id_system_a, id_a, id_system_b, id_b, basis,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from student_ids
  union all
  select
    source_table, id_system_a, id_a, id_system_b, id_b, basis,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from addresses
)

select
  cast(id_system_a as varchar) as id_system_a,
  id_a,
  cast(id_system_b as varchar) as id_system_b,
  id_b,
  cast(basis as varchar) as basis,
  cast('insights' as varchar) as module,
  cast(source_table as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from links
