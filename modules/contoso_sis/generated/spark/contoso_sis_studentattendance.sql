-- Generated from modules/contoso_sis/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_contoso_sis_studentattendance.student_id AS student_id,
    staged_contoso_sis_studentattendance.attendance_date AS attendance_date,
    staged_contoso_sis_studentattendance.period AS period,
    staged_contoso_sis_studentattendance.section_id AS section_id,
    staged_contoso_sis_studentattendance.attendance_sequence AS attendance_sequence,
    staged_contoso_sis_studentattendance.school_id AS school_id,
    staged_contoso_sis_studentattendance.all_day AS all_day,
    staged_contoso_sis_studentattendance.attendance_code AS attendance_code,
    staged_contoso_sis_studentattendance.presence_flag AS presence_flag,
    staged_contoso_sis_studentattendance.attendance_status AS attendance_status,
    staged_contoso_sis_studentattendance.attendance_type AS attendance_type,
    staged_contoso_sis_studentattendance.batch_id AS batch_id,
    staged_contoso_sis_studentattendance.record_no AS record_no,
    staged_contoso_sis_studentattendance.as_of AS as_of,
    staged_contoso_sis_studentattendance.change_no AS change_no,
    staged_contoso_sis_studentattendance.known_from AS known_from,
    staged_contoso_sis_studentattendance.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_contoso_sis_studentattendance AS staged_contoso_sis_studentattendance
), compared AS (
  SELECT
    delivered.student_id AS student_id,
    delivered.attendance_date AS attendance_date,
    delivered.period AS period,
    delivered.section_id AS section_id,
    delivered.attendance_sequence AS attendance_sequence,
    delivered.school_id AS school_id,
    delivered.all_day AS all_day,
    delivered.attendance_code AS attendance_code,
    delivered.presence_flag AS presence_flag,
    delivered.attendance_status AS attendance_status,
    delivered.attendance_type AS attendance_type,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    CASE
      WHEN delivered.is_deleted IS NOT DISTINCT FROM LAG(delivered.is_deleted) OVER versions
      AND delivered.school_id IS NOT DISTINCT FROM LAG(delivered.school_id) OVER versions
      AND delivered.all_day IS NOT DISTINCT FROM LAG(delivered.all_day) OVER versions
      AND delivered.attendance_code IS NOT DISTINCT FROM LAG(delivered.attendance_code) OVER versions
      AND delivered.presence_flag IS NOT DISTINCT FROM LAG(delivered.presence_flag) OVER versions
      AND delivered.attendance_status IS NOT DISTINCT FROM LAG(delivered.attendance_status) OVER versions
      AND delivered.attendance_type IS NOT DISTINCT FROM LAG(delivered.attendance_type) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.student_id, delivered.attendance_date, delivered.period, delivered.section_id, delivered.attendance_sequence
    ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.student_id AS student_id,
    compared.attendance_date AS attendance_date,
    compared.period AS period,
    compared.section_id AS section_id,
    compared.attendance_sequence AS attendance_sequence,
    compared.school_id AS school_id,
    compared.all_day AS all_day,
    compared.attendance_code AS attendance_code,
    compared.presence_flag AS presence_flag,
    compared.attendance_status AS attendance_status,
    compared.attendance_type AS attendance_type,
    compared.batch_id AS batch_id,
    compared.record_no AS record_no,
    compared.as_of AS as_of,
    compared.change_no AS change_no,
    compared.known_from AS known_from,
    compared.known_basis AS known_basis,
    compared.is_deleted AS is_deleted,
    compared.is_change AS is_change,
    compared.version_no AS version_no,
    COUNT(CASE WHEN compared.is_change = 1 THEN 1 END) OVER (
      PARTITION BY compared.student_id, compared.attendance_date, compared.period, compared.section_id, compared.attendance_sequence
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.student_id AS student_id,
    runs.attendance_date AS attendance_date,
    runs.period AS period,
    runs.section_id AS section_id,
    runs.attendance_sequence AS attendance_sequence,
    runs.school_id AS school_id,
    runs.all_day AS all_day,
    runs.attendance_code AS attendance_code,
    runs.presence_flag AS presence_flag,
    runs.attendance_status AS attendance_status,
    runs.attendance_type AS attendance_type,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (
      PARTITION BY runs.student_id, runs.attendance_date, runs.period, runs.section_id, runs.attendance_sequence, runs.run_no
    ) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.student_id, runs.attendance_date, runs.period, runs.section_id, runs.attendance_sequence, runs.run_no
      ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.student_id AS student_id,
    learned.attendance_date AS attendance_date,
    learned.period AS period,
    learned.section_id AS section_id,
    learned.attendance_sequence AS attendance_sequence,
    learned.school_id AS school_id,
    learned.all_day AS all_day,
    learned.attendance_code AS attendance_code,
    learned.presence_flag AS presence_flag,
    learned.attendance_status AS attendance_status,
    learned.attendance_type AS attendance_type,
    COALESCE(learned.student_id, '') || '|' || COALESCE(CAST(learned.attendance_date AS STRING), '') || '|' || COALESCE(learned.period, '') || '|' || COALESCE(learned.section_id, '') || '|' || COALESCE(CAST(learned.attendance_sequence AS STRING), '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (
      PARTITION BY learned.student_id, learned.attendance_date, learned.period, learned.section_id, learned.attendance_sequence
      ORDER BY learned.version_no NULLS LAST
    ) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.student_id AS student_id,
  history.attendance_date AS attendance_date,
  history.period AS period,
  history.section_id AS section_id,
  history.attendance_sequence AS attendance_sequence,
  history.school_id AS school_id,
  history.all_day AS all_day,
  history.attendance_code AS attendance_code,
  history.presence_flag AS presence_flag,
  history.attendance_status AS attendance_status,
  history.attendance_type AS attendance_type,
  history.source_key AS source_key,
  history.batch_id AS batch_id,
  history.record_no AS record_no,
  history.as_of AS as_of,
  history.change_no AS change_no,
  history.known_from AS known_from,
  history.known_basis AS known_basis,
  history.is_current AS is_current,
  history.is_deleted AS is_deleted
FROM history AS history
