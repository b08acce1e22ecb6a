-- Generated from modules/insights/student.sql; edit that file.
WITH definitions AS (
  SELECT
    insights_ref_definition.definition_id AS definition_id,
    insights_ref_definition.definition_type AS definition_type,
    insights_ref_definition.code AS code
  FROM insights_ref_definition AS insights_ref_definition
  WHERE
    insights_ref_definition.is_current AND NOT insights_ref_definition.is_deleted
), school_roles AS (
  SELECT
    held.person_id AS person_id,
    COALESCE(LOWER(role.code), LOWER(held.role_id)) AS role,
    grade.code AS grade_level,
    held.is_primary AS is_primary,
    held.role_start AS role_start,
    held.source_key AS source_key
  FROM insights_person_organization_role AS held
  LEFT JOIN definitions AS role
    ON held.role_id = role.definition_id AND role.definition_type = 'RefRole'
  LEFT JOIN definitions AS grade
    ON held.grade_level_id = grade.definition_id AND grade.definition_type = 'RefGradeLevel'
  WHERE
    held.is_current AND NOT held.is_deleted
), section_roles AS (
  SELECT
    held.person_id AS person_id,
    COALESCE(LOWER(role.code), LOWER(held.section_role_id)) AS role
  FROM insights_enrollment AS held
  LEFT JOIN definitions AS role
    ON held.section_role_id = role.definition_id AND role.definition_type = 'RefSectionRole'
  WHERE
    held.is_current AND NOT held.is_deleted
), all_roles AS (
  SELECT
    school_roles.person_id AS person_id,
    school_roles.role AS role
  FROM school_roles AS school_roles
  WHERE
    NOT school_roles.role IS NULL
  UNION ALL
  SELECT
    section_roles.person_id AS person_id,
    section_roles.role AS role
  FROM section_roles AS section_roles
  WHERE
    NOT section_roles.role IS NULL
), person_roles AS (
  SELECT
    all_roles.person_id AS person_id,
    CASE
      WHEN BOOL_OR(all_roles.role = 'student')
      THEN 'student'
      WHEN BOOL_OR(NOT all_roles.role IN ('guardian', 'parent', 'relative', 'alumni', 'other'))
      THEN 'staff'
      ELSE 'other'
    END AS role
  FROM all_roles AS all_roles
  GROUP BY
    all_roles.person_id
), ranked_grades AS (
  SELECT
    school_roles.person_id AS person_id,
    school_roles.grade_level AS grade_level,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY school_roles.person_id
      ORDER BY school_roles.is_primary DESC, school_roles.role_start DESC, school_roles.source_key NULLS LAST
    ) AS BIGINT) AS turn
  FROM school_roles AS school_roles
  WHERE
    school_roles.role = 'student' AND NOT school_roles.grade_level IS NULL
), grades AS (
  SELECT
    ranked_grades.person_id AS person_id,
    ranked_grades.grade_level AS grade_level
  FROM ranked_grades AS ranked_grades
  WHERE
    ranked_grades.turn = 1
), births AS (
  SELECT
    insights_person_demographic.person_id AS person_id,
    insights_person_demographic.birth_year AS birth_year
  FROM insights_person_demographic AS insights_person_demographic
  WHERE
    insights_person_demographic.is_current AND NOT insights_person_demographic.is_deleted
), people AS (
  SELECT
    'person' AS source_table,
    'insights_person' AS id_system,
    person.person_id AS student_id,
    person_roles.role AS role,
    grades.grade_level AS grade_level,
    births.birth_year AS birth_year,
    person.source_key AS source_key,
    person.batch_id AS batch_id,
    person.record_no AS record_no,
    person.as_of AS as_of,
    person.change_no AS change_no,
    person.known_from AS known_from,
    person.known_basis AS known_basis,
    person.is_current AS is_current,
    person.is_deleted AS is_deleted
  FROM insights_person AS person
  LEFT JOIN person_roles AS person_roles
    ON person.person_id = person_roles.person_id
  LEFT JOIN grades AS grades
    ON person.person_id = grades.person_id
  LEFT JOIN births AS births
    ON person.person_id = births.person_id
  UNION ALL
  SELECT
    'aad_user' AS source_table,
    'aad_object' AS id_system,
    insights_aad_user.object_id AS student_id,
    CASE
      WHEN LOWER(insights_aad_user.account_role) = 'student'
      THEN 'student'
      WHEN LOWER(insights_aad_user.account_role) IN ('guardian', 'parent', 'relative', 'alumni', 'other')
      THEN 'other'
      WHEN NOT insights_aad_user.account_role IS NULL
      THEN 'staff'
    END AS role,
    CAST(NULL AS STRING) AS grade_level,
    CAST(NULL AS BIGINT) AS birth_year,
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
)
SELECT
  CAST(people.id_system AS STRING) AS id_system,
  people.student_id AS student_id,
  CAST(people.role AS STRING) AS role,
  CAST(people.grade_level AS STRING) AS grade_level,
  CAST(people.birth_year AS BIGINT) AS birth_year,
  CAST(NULL AS BIGINT) AS graduation_year,
  CAST('insights' AS STRING) AS module,
  CAST(people.source_table AS STRING) AS source_table,
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
