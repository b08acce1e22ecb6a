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
), told AS (
  SELECT
    stints.student_id AS student_id,
    stints.school_id AS school_id,
    stints.school_year AS school_year,
    stints.entry_date AS entry_date,
    stints.exit_date AS exit_date,
    stints.is_primary AS is_primary,
    stints.grade_code AS grade_code,
    stints.entry_reason AS entry_reason,
    stints.exit_reason AS exit_reason,
    stints.source_key AS source_key,
    stints.batch_id AS batch_id,
    stints.record_no AS record_no,
    stints.as_of AS as_of,
    stints.change_no AS change_no,
    CASE
      WHEN stints.known_basis <> 'assumed' OR stints.exit_date IS NULL OR stints.exit_date < stints.known_from
      THEN stints.known_from
      WHEN stints.exit_date < CAST(stints.as_of AS DATE)
      THEN CAST(DATE_ADD(stints.exit_date, 1) AS DATE)
      WHEN CAST(stints.as_of AS DATE) > stints.known_from
      THEN CAST(stints.as_of AS DATE)
      ELSE stints.known_from
    END AS known_from,
    stints.known_basis AS known_basis,
    stints.is_current AS is_current,
    stints.is_deleted AS is_deleted
  FROM stints AS stints
), open_before AS (
  SELECT
    stints.student_id AS student_id,
    stints.school_id AS school_id,
    stints.school_year AS school_year,
    stints.entry_date AS entry_date,
    CAST(NULL AS DATE) AS exit_date,
    stints.is_primary AS is_primary,
    stints.grade_code AS grade_code,
    stints.entry_reason AS entry_reason,
    CAST(NULL AS STRING) AS exit_reason,
    stints.source_key AS source_key,
    stints.batch_id AS batch_id,
    stints.record_no AS record_no,
    CAST(stints.known_from AS TIMESTAMP) AS as_of,
    stints.change_no AS change_no,
    stints.known_from AS known_from,
    stints.known_basis AS known_basis,
    FALSE AS is_current,
    FALSE AS is_deleted
  FROM stints AS stints
  WHERE
    stints.known_basis = 'assumed'
    AND stints.exit_date >= stints.known_from
    AND stints.known_from < CAST(stints.as_of AS DATE)
    AND NOT stints.is_deleted
), versions AS (
  SELECT
    told.student_id AS student_id,
    told.school_id AS school_id,
    told.school_year AS school_year,
    told.entry_date AS entry_date,
    told.exit_date AS exit_date,
    told.is_primary AS is_primary,
    told.grade_code AS grade_code,
    told.entry_reason AS entry_reason,
    told.exit_reason AS exit_reason,
    told.source_key AS source_key,
    told.batch_id AS batch_id,
    told.record_no AS record_no,
    told.as_of AS as_of,
    told.change_no AS change_no,
    told.known_from AS known_from,
    told.known_basis AS known_basis,
    told.is_current AS is_current,
    told.is_deleted AS is_deleted
  FROM told AS told
  UNION ALL
  SELECT
    open_before.student_id AS student_id,
    open_before.school_id AS school_id,
    open_before.school_year AS school_year,
    open_before.entry_date AS entry_date,
    open_before.exit_date AS exit_date,
    open_before.is_primary AS is_primary,
    open_before.grade_code AS grade_code,
    open_before.entry_reason AS entry_reason,
    open_before.exit_reason AS exit_reason,
    open_before.source_key AS source_key,
    open_before.batch_id AS batch_id,
    open_before.record_no AS record_no,
    open_before.as_of AS as_of,
    open_before.change_no AS change_no,
    open_before.known_from AS known_from,
    open_before.known_basis AS known_basis,
    open_before.is_current AS is_current,
    open_before.is_deleted AS is_deleted
  FROM open_before AS open_before
)
SELECT
  CAST('edfi_student' AS STRING) AS id_system,
  CAST(versions.student_id AS STRING) AS student_id,
  CAST(versions.school_id AS STRING) AS source_school_id,
  CAST(CASE LOWER(versions.grade_code)
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
    ELSE versions.grade_code
  END AS STRING) AS grade_level,
  CAST(versions.school_year AS INT) AS school_year,
  CAST(versions.entry_date AS DATE) AS begin_date,
  CAST(CASE
    WHEN LOWER(versions.exit_reason) IN ('no show', 'invalid enrollment')
    THEN versions.entry_date
    ELSE CAST(DATE_ADD(versions.exit_date, 1) AS DATE)
  END AS DATE) AS end_date,
  CAST(COALESCE(versions.is_primary, TRUE) AS BOOLEAN) AS is_primary,
  CAST(versions.entry_reason AS STRING) AS entry_reason,
  CAST(versions.exit_reason AS STRING) AS exit_reason,
  CAST('association' AS STRING) AS enrollment_basis,
  CAST('edfi' AS STRING) AS module,
  CAST('student_school_associations' AS STRING) AS source_table,
  CAST(versions.source_key AS STRING) AS source_key,
  CAST(versions.batch_id AS STRING) AS batch_id,
  CAST(versions.record_no AS BIGINT) AS record_no,
  CAST(versions.as_of AS TIMESTAMP) AS as_of,
  CAST(versions.change_no AS BIGINT) AS change_no,
  CAST(versions.known_from AS DATE) AS known_from,
  CAST(versions.known_basis AS STRING) AS known_basis,
  CAST(versions.is_current AS BOOLEAN) AS is_current,
  CAST(versions.is_deleted AS BOOLEAN) AS is_deleted
FROM versions AS versions
