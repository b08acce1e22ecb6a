-- Generated from modules/contoso_sis/identity_link.sql; edit that file.
WITH people AS (
  SELECT
    contoso_sis_students.student_id AS student_id,
    contoso_sis_students.state_id AS state_id,
    contoso_sis_students.email AS email,
    contoso_sis_students.source_key AS source_key,
    contoso_sis_students.batch_id AS batch_id,
    contoso_sis_students.record_no AS record_no,
    contoso_sis_students.as_of AS as_of,
    contoso_sis_students.change_no AS change_no,
    contoso_sis_students.known_from AS known_from,
    contoso_sis_students.known_basis AS known_basis,
    contoso_sis_students.is_current AS is_current,
    contoso_sis_students.is_deleted AS is_deleted
  FROM contoso_sis_students AS contoso_sis_students
), own_state_ids AS (
  SELECT
    people.state_id AS state_id
  FROM people AS people
  WHERE
    NOT people.state_id IS NULL
  GROUP BY
    people.state_id
  HAVING
    COUNT(DISTINCT people.student_id) = 1
), own_addresses AS (
  SELECT
    people.email AS email
  FROM people AS people
  WHERE
    NOT people.email IS NULL
  GROUP BY
    people.email
  HAVING
    COUNT(DISTINCT people.student_id) = 1
), by_state_id AS (
  SELECT
    'state_student' AS id_system_b,
    people.student_id AS student_id,
    people.state_id AS id_b,
    'state id in the student file' AS basis,
    people.source_key AS source_key,
    people.batch_id AS batch_id,
    people.record_no AS record_no,
    people.as_of AS as_of,
    people.change_no AS change_no,
    people.known_from AS known_from,
    people.known_basis AS known_basis,
    people.is_current AS is_current,
    people.is_deleted AS is_deleted
  FROM people AS people
  INNER JOIN own_state_ids AS own_state_ids
    ON people.state_id = own_state_ids.state_id
), by_address AS (
  SELECT
    'email' AS id_system_b,
    people.student_id AS student_id,
    people.email AS id_b,
    'address in the student file' AS basis,
    people.source_key AS source_key,
    people.batch_id AS batch_id,
    people.record_no AS record_no,
    people.as_of AS as_of,
    people.change_no AS change_no,
    people.known_from AS known_from,
    people.known_basis AS known_basis,
    people.is_current AS is_current,
    people.is_deleted AS is_deleted
  FROM people AS people
  INNER JOIN own_addresses AS own_addresses
    ON people.email = own_addresses.email
), links AS (
  SELECT
    by_state_id.id_system_b AS id_system_b,
    by_state_id.student_id AS student_id,
    by_state_id.id_b AS id_b,
    by_state_id.basis AS basis,
    by_state_id.source_key AS source_key,
    by_state_id.batch_id AS batch_id,
    by_state_id.record_no AS record_no,
    by_state_id.as_of AS as_of,
    by_state_id.change_no AS change_no,
    by_state_id.known_from AS known_from,
    by_state_id.known_basis AS known_basis,
    by_state_id.is_current AS is_current,
    by_state_id.is_deleted AS is_deleted
  FROM by_state_id AS by_state_id
  UNION ALL
  SELECT
    by_address.id_system_b AS id_system_b,
    by_address.student_id AS student_id,
    by_address.id_b AS id_b,
    by_address.basis AS basis,
    by_address.source_key AS source_key,
    by_address.batch_id AS batch_id,
    by_address.record_no AS record_no,
    by_address.as_of AS as_of,
    by_address.change_no AS change_no,
    by_address.known_from AS known_from,
    by_address.known_basis AS known_basis,
    by_address.is_current AS is_current,
    by_address.is_deleted AS is_deleted
  FROM by_address AS by_address
)
SELECT
  CAST('sis_student' AS STRING) AS id_system_a,
  links.student_id AS id_a,
  CAST(links.id_system_b AS STRING) AS id_system_b,
  links.id_b AS id_b,
  CAST(links.basis AS STRING) AS basis,
  CAST('contoso_sis' AS STRING) AS module,
  CAST('students' AS STRING) AS source_table,
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
