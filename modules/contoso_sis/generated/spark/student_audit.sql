-- Generated from modules/contoso_sis/student_audit.sql; edit that file.
WITH people AS (
  SELECT
    'students' AS source_table,
    contoso_sis_students.student_id AS student_id,
    contoso_sis_students.sex AS sex,
    contoso_sis_students.race AS race,
    contoso_sis_students.primary_language AS primary_language,
    contoso_sis_students.english_learner AS english_learner,
    contoso_sis_students.special_education AS special_education,
    contoso_sis_students.low_income AS low_income,
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
  UNION ALL
  SELECT
    'studentdemographics' AS source_table,
    contoso_sis_studentdemographics.student_id AS student_id,
    CAST(NULL AS STRING) AS sex,
    contoso_sis_studentdemographics.race AS race,
    contoso_sis_studentdemographics.primary_language AS primary_language,
    contoso_sis_studentdemographics.english_learner AS english_learner,
    contoso_sis_studentdemographics.special_education AS special_education,
    contoso_sis_studentdemographics.low_income AS low_income,
    contoso_sis_studentdemographics.source_key AS source_key,
    contoso_sis_studentdemographics.batch_id AS batch_id,
    contoso_sis_studentdemographics.record_no AS record_no,
    contoso_sis_studentdemographics.as_of AS as_of,
    contoso_sis_studentdemographics.change_no AS change_no,
    contoso_sis_studentdemographics.known_from AS known_from,
    contoso_sis_studentdemographics.known_basis AS known_basis,
    contoso_sis_studentdemographics.is_current AS is_current,
    contoso_sis_studentdemographics.is_deleted AS is_deleted
  FROM contoso_sis_studentdemographics AS contoso_sis_studentdemographics
), attributes AS (
  SELECT
    'sex' AS attribute
  UNION ALL
  SELECT
    'race' AS attribute
  UNION ALL
  SELECT
    'primary_language' AS attribute
  UNION ALL
  SELECT
    'english_learner' AS attribute
  UNION ALL
  SELECT
    'special_education' AS attribute
  UNION ALL
  SELECT
    'economic_disadvantage' AS attribute
), valued AS (
  SELECT
    people.source_table AS source_table,
    people.student_id AS student_id,
    attributes.attribute AS attribute,
    CASE attributes.attribute
      WHEN 'sex'
      THEN people.sex
      WHEN 'race'
      THEN people.race
      WHEN 'primary_language'
      THEN people.primary_language
      WHEN 'english_learner'
      THEN people.english_learner
      WHEN 'special_education'
      THEN people.special_education
      WHEN 'economic_disadvantage'
      THEN CASE WHEN people.low_income THEN 'yes' WHEN NOT people.low_income THEN 'no' END
    END AS attribute_value,
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
  CROSS JOIN attributes AS attributes
)
SELECT
  CAST('sis_student' AS STRING) AS id_system,
  valued.student_id AS student_id,
  CAST(valued.attribute AS STRING) AS attribute,
  CAST(valued.attribute_value AS STRING) AS attribute_value,
  CAST('contoso_sis' AS STRING) AS module,
  CAST(valued.source_table AS STRING) AS source_table,
  valued.source_key AS source_key,
  valued.batch_id AS batch_id,
  valued.record_no AS record_no,
  valued.as_of AS as_of,
  valued.change_no AS change_no,
  valued.known_from AS known_from,
  valued.known_basis AS known_basis,
  valued.is_current AS is_current,
  valued.is_deleted AS is_deleted
FROM valued AS valued
WHERE
  NOT valued.attribute_value IS NULL
