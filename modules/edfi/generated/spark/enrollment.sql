-- Generated from modules/edfi/enrollment.sql; edit that file.
WITH stints AS (
  SELECT
    edfi_student_school_associations.student_id AS student_id,
    edfi_student_school_associations.school_id AS school_id,
    edfi_student_school_associations.school_year AS school_year,
    edfi_student_school_associations.entry_date AS entry_date,
    edfi_student_school_associations.exit_date AS exit_date,
    edfi_student_school_associations.is_primary AS is_primary,
    CAST(COALESCE(
      NULLIF(SPLIT_PART(edfi_student_school_associations.entry_grade_descriptor, '#', 2), ''),
      edfi_student_school_associations.entry_grade_descriptor
    ) AS STRING) AS grade_code,
    CAST(NULLIF(SPLIT_PART(edfi_student_school_associations.entry_type_descriptor, '#', 2), '') AS STRING) AS entry_reason,
    CAST(NULLIF(SPLIT_PART(edfi_student_school_associations.exit_type_descriptor, '#', 2), '') AS STRING) AS exit_reason,
    edfi_student_school_associations.source_key AS source_key,
    edfi_student_school_associations.batch_id AS batch_id,
    edfi_student_school_associations.record_no AS record_no,
    edfi_student_school_associations.as_of AS as_of,
    edfi_student_school_associations.change_no AS change_no,
    edfi_student_school_associations.known_from AS known_from,
    edfi_student_school_associations.known_basis AS known_basis,
    edfi_student_school_associations.is_current AS is_current,
    edfi_student_school_associations.is_deleted AS is_deleted
  FROM edfi_student_school_associations AS edfi_student_school_associations
)
SELECT
  CAST('edfi_student' AS STRING) AS id_system,
  CAST(stints.student_id AS STRING) AS student_id,
  CAST(stints.school_id AS STRING) AS source_school_id,
  CAST(CASE LOWER(stints.grade_code)
    WHEN 'infant/toddler'
    THEN 'IT'
    WHEN 'preschool'
    THEN 'PK'
    WHEN 'prekindergarten'
    THEN 'PK'
    WHEN 'preschool/prekindergarten'
    THEN 'PK'
    WHEN 'early education'
    THEN 'PK'
    WHEN 'transitional kindergarten'
    THEN 'TK'
    WHEN 'kindergarten'
    THEN 'KG'
    WHEN 'first grade'
    THEN '01'
    WHEN 'second grade'
    THEN '02'
    WHEN 'third grade'
    THEN '03'
    WHEN 'fourth grade'
    THEN '04'
    WHEN 'fifth grade'
    THEN '05'
    WHEN 'sixth grade'
    THEN '06'
    WHEN 'seventh grade'
    THEN '07'
    WHEN 'eighth grade'
    THEN '08'
    WHEN 'ninth grade'
    THEN '09'
    WHEN 'tenth grade'
    THEN '10'
    WHEN 'eleventh grade'
    THEN '11'
    WHEN 'twelfth grade'
    THEN '12'
    WHEN 'grade 13'
    THEN '13'
    WHEN 'postsecondary'
    THEN 'PS'
    WHEN 'ungraded'
    THEN 'UG'
    ELSE stints.grade_code
  END AS STRING) AS grade_level,
  CAST(stints.school_year AS INT) AS school_year,
  CAST(stints.entry_date AS DATE) AS begin_date,
  CAST(CASE
    WHEN LOWER(stints.exit_reason) IN ('no show', 'invalid enrollment')
    THEN stints.entry_date
    ELSE CAST(DATE_ADD(stints.exit_date, 1) AS DATE)
  END AS DATE) AS end_date,
  CAST(COALESCE(stints.is_primary, TRUE) AS BOOLEAN) AS is_primary,
  CAST(stints.entry_reason AS STRING) AS entry_reason,
  CAST(stints.exit_reason AS STRING) AS exit_reason,
  CAST('association' AS STRING) AS enrollment_basis,
  CAST('edfi' AS STRING) AS module,
  CAST('student_school_associations' AS STRING) AS source_table,
  CAST(stints.source_key AS STRING) AS source_key,
  CAST(stints.batch_id AS STRING) AS batch_id,
  CAST(stints.record_no AS BIGINT) AS record_no,
  CAST(stints.as_of AS TIMESTAMP) AS as_of,
  CAST(stints.change_no AS BIGINT) AS change_no,
  CAST(stints.known_from AS DATE) AS known_from,
  CAST(stints.known_basis AS STRING) AS known_basis,
  CAST(stints.is_current AS BOOLEAN) AS is_current,
  CAST(stints.is_deleted AS BOOLEAN) AS is_deleted
FROM stints AS stints
