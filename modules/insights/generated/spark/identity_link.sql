-- Generated from modules/insights/identity_link.sql; edit that file.
WITH account_of_person AS (
  SELECT
    'aad_user_person_mapping' AS source_table,
    'aad_object' AS id_system_a,
    insights_aad_user_person_mapping.object_id AS id_a,
    'insights_person' AS id_system_b,
    insights_aad_user_person_mapping.person_id AS id_b,
    'list of accounts and persons' AS basis,
    insights_aad_user_person_mapping.source_key AS source_key,
    insights_aad_user_person_mapping.batch_id AS batch_id,
    insights_aad_user_person_mapping.record_no AS record_no,
    insights_aad_user_person_mapping.as_of AS as_of,
    insights_aad_user_person_mapping.change_no AS change_no,
    insights_aad_user_person_mapping.known_from AS known_from,
    insights_aad_user_person_mapping.known_basis AS known_basis,
    insights_aad_user_person_mapping.is_current AS is_current,
    insights_aad_user_person_mapping.is_deleted AS is_deleted
  FROM insights_aad_user_person_mapping AS insights_aad_user_person_mapping
), sign_in_names AS (
  SELECT
    'aad_user' AS source_table,
    'aad_object' AS id_system_a,
    insights_aad_user.object_id AS id_a,
    'upn' AS id_system_b,
    insights_aad_user.upn AS id_b,
    'sign-in name of the account' AS basis,
    insights_aad_user.source_key AS source_key,
    insights_aad_user.batch_id AS batch_id,
    insights_aad_user.record_no AS record_no,
    insights_aad_user.as_of AS as_of,
    insights_aad_user.change_no AS change_no,
    insights_aad_user.known_from AS known_from,
    insights_aad_user.known_basis AS known_basis,
    insights_aad_user.is_current AS is_current,
    insights_aad_user.is_deleted AS is_deleted
  FROM insights_aad_user AS insights_aad_user
  WHERE
    NOT insights_aad_user.upn IS NULL
), student_ids AS (
  SELECT
    'aad_user' AS source_table,
    'aad_object' AS id_system_a,
    insights_aad_user.object_id AS id_a,
    'sis_student' AS id_system_b,
    insights_aad_user.student_id AS id_b,
    'student id of the account' AS basis,
    insights_aad_user.source_key AS source_key,
    insights_aad_user.batch_id AS batch_id,
    insights_aad_user.record_no AS record_no,
    insights_aad_user.as_of AS as_of,
    insights_aad_user.change_no AS change_no,
    insights_aad_user.known_from AS known_from,
    insights_aad_user.known_basis AS known_basis,
    insights_aad_user.is_current AS is_current,
    insights_aad_user.is_deleted AS is_deleted
  FROM insights_aad_user AS insights_aad_user
  WHERE
    NOT insights_aad_user.student_id IS NULL
), own_addresses AS (
  SELECT
    insights_person_email_address.email AS email
  FROM insights_person_email_address AS insights_person_email_address
  WHERE
    NOT insights_person_email_address.email IS NULL
  GROUP BY
    insights_person_email_address.email
  HAVING
    COUNT(DISTINCT insights_person_email_address.person_id) = 1
), addresses AS (
  SELECT
    'person_email_address' AS source_table,
    'insights_person' AS id_system_a,
    address.person_id AS id_a,
    'email' AS id_system_b,
    address.email AS id_b,
    'address of the person' AS basis,
    address.source_key AS source_key,
    address.batch_id AS batch_id,
    address.record_no AS record_no,
    address.as_of AS as_of,
    address.change_no AS change_no,
    address.known_from AS known_from,
    address.known_basis AS known_basis,
    address.is_current AS is_current,
    address.is_deleted AS is_deleted
  FROM insights_person_email_address AS address
  INNER JOIN own_addresses AS own_addresses
    ON address.email = own_addresses.email
), links AS (
  SELECT
    account_of_person.source_table AS source_table,
    account_of_person.id_system_a AS id_system_a,
    account_of_person.id_a AS id_a,
    account_of_person.id_system_b AS id_system_b,
    account_of_person.id_b AS id_b,
    account_of_person.basis AS basis,
    account_of_person.source_key AS source_key,
    account_of_person.batch_id AS batch_id,
    account_of_person.record_no AS record_no,
    account_of_person.as_of AS as_of,
    account_of_person.change_no AS change_no,
    account_of_person.known_from AS known_from,
    account_of_person.known_basis AS known_basis,
    account_of_person.is_current AS is_current,
    account_of_person.is_deleted AS is_deleted
  FROM account_of_person AS account_of_person
  UNION ALL
  SELECT
    sign_in_names.source_table AS source_table,
    sign_in_names.id_system_a AS id_system_a,
    sign_in_names.id_a AS id_a,
    sign_in_names.id_system_b AS id_system_b,
    sign_in_names.id_b AS id_b,
    sign_in_names.basis AS basis,
    sign_in_names.source_key AS source_key,
    sign_in_names.batch_id AS batch_id,
    sign_in_names.record_no AS record_no,
    sign_in_names.as_of AS as_of,
    sign_in_names.change_no AS change_no,
    sign_in_names.known_from AS known_from,
    sign_in_names.known_basis AS known_basis,
    sign_in_names.is_current AS is_current,
    sign_in_names.is_deleted AS is_deleted
  FROM sign_in_names AS sign_in_names
  UNION ALL
  SELECT
    student_ids.source_table AS source_table,
    student_ids.id_system_a AS id_system_a,
    student_ids.id_a AS id_a,
    student_ids.id_system_b AS id_system_b,
    student_ids.id_b AS id_b,
    student_ids.basis AS basis,
    student_ids.source_key AS source_key,
    student_ids.batch_id AS batch_id,
    student_ids.record_no AS record_no,
    student_ids.as_of AS as_of,
    student_ids.change_no AS change_no,
    student_ids.known_from AS known_from,
    student_ids.known_basis AS known_basis,
    student_ids.is_current AS is_current,
    student_ids.is_deleted AS is_deleted
  FROM student_ids AS student_ids
  UNION ALL
  SELECT
    addresses.source_table AS source_table,
    addresses.id_system_a AS id_system_a,
    addresses.id_a AS id_a,
    addresses.id_system_b AS id_system_b,
    addresses.id_b AS id_b,
    addresses.basis AS basis,
    addresses.source_key AS source_key,
    addresses.batch_id AS batch_id,
    addresses.record_no AS record_no,
    addresses.as_of AS as_of,
    addresses.change_no AS change_no,
    addresses.known_from AS known_from,
    addresses.known_basis AS known_basis,
    addresses.is_current AS is_current,
    addresses.is_deleted AS is_deleted
  FROM addresses AS addresses
)
SELECT
  CAST(links.id_system_a AS STRING) AS id_system_a,
  links.id_a AS id_a,
  CAST(links.id_system_b AS STRING) AS id_system_b,
  links.id_b AS id_b,
  CAST(links.basis AS STRING) AS basis,
  CAST('insights' AS STRING) AS module,
  CAST(links.source_table AS STRING) AS source_table,
  links.source_key AS source_key,
  links.batch_id AS batch_id,
  links.record_no AS record_no,
  links.as_of AS as_of,
  links.change_no AS change_no,
  links.known_from AS known_from,
  links.known_basis AS known_basis,
  links.is_current AS is_current,
  links.is_deleted AS is_deleted
FROM links AS links
