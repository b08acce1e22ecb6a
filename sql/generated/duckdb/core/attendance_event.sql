-- Generated from sql/core/attendance_event.sql; edit that file.
WITH code_and_word AS (
  SELECT
    attendance_meaning.module AS module,
    attendance_meaning.local_code AS local_code,
    attendance_meaning.local_status AS local_status,
    attendance_meaning.category AS category,
    attendance_meaning.present_fraction AS present_fraction
  FROM attendance_meaning AS attendance_meaning
  WHERE
    attendance_meaning.local_code <> '' AND attendance_meaning.local_status <> ''
), code_alone AS (
  SELECT
    attendance_meaning.module AS module,
    attendance_meaning.local_code AS local_code,
    attendance_meaning.category AS category,
    attendance_meaning.present_fraction AS present_fraction
  FROM attendance_meaning AS attendance_meaning
  WHERE
    attendance_meaning.local_code <> '' AND attendance_meaning.local_status = ''
), word_alone AS (
  SELECT
    attendance_meaning.module AS module,
    attendance_meaning.local_status AS local_status,
    attendance_meaning.category AS category,
    attendance_meaning.present_fraction AS present_fraction
  FROM attendance_meaning AS attendance_meaning
  WHERE
    attendance_meaning.local_code = '' AND attendance_meaning.local_status <> ''
), marks AS (
  SELECT
    m.student_key AS student_key,
    COALESCE(a.school_key, LOWER(REPLACE(TRIM(e.source_school_id), '-', ''))) AS school_key,
    e.event_date AS event_date,
    e.grain AS grain,
    e.period AS period,
    e.source_section_id AS source_section_id,
    e.local_code AS local_code,
    e.local_status AS local_status,
    CASE WHEN e.grain = 'day' THEN e.duration_fraction END AS duration_fraction,
    CASE
      WHEN NOT b.module IS NULL
      THEN b.category
      WHEN NOT c.module IS NULL
      THEN c.category
      ELSE w.category
    END AS category,
    CASE
      WHEN NOT b.module IS NULL
      THEN b.present_fraction
      WHEN NOT c.module IS NULL
      THEN c.present_fraction
      ELSE w.present_fraction
    END AS code_fraction,
    e.id_system AS id_system,
    e.student_id AS student_id,
    e.module AS module,
    e.source_table AS source_table,
    e.source_key AS source_key,
    e.batch_id AS batch_id,
    e.record_no AS record_no,
    e.as_of AS as_of,
    e.change_no AS change_no,
    e.known_from AS known_from,
    e.known_basis AS known_basis,
    e.is_current AS is_current,
    e.is_deleted AS is_deleted
  FROM mapped_attendance_event AS e
  LEFT JOIN identity_map AS m
    ON m.id_system = e.id_system AND m.id = e.student_id
  LEFT JOIN school_alias AS a
    ON a.module = e.module AND a.source_school_id = e.source_school_id
  LEFT JOIN code_and_word AS b
    ON b.module = e.module
    AND b.local_code = LOWER(TRIM(e.local_code))
    AND b.local_status = LOWER(TRIM(e.local_status))
  LEFT JOIN code_alone AS c
    ON c.module = e.module AND c.local_code = LOWER(TRIM(e.local_code))
  LEFT JOIN word_alone AS w
    ON w.module = e.module AND w.local_status = LOWER(TRIM(e.local_status))
)
SELECT
  CAST(marks.student_key AS TEXT) AS student_key,
  CAST(marks.school_key AS TEXT) AS school_key,
  CAST(marks.event_date AS DATE) AS event_date,
  CAST(marks.grain AS TEXT) AS grain,
  CAST(marks.period AS TEXT) AS period,
  CAST(marks.module || ':' || marks.source_section_id AS TEXT) AS section_key,
  CAST(marks.local_code AS TEXT) AS local_code,
  CAST(marks.local_status AS TEXT) AS local_status,
  CAST(marks.category AS TEXT) AS category,
  CAST(CASE
    WHEN marks.duration_fraction IS NULL
    THEN marks.code_fraction
    WHEN marks.duration_fraction < 0 OR marks.duration_fraction > 1
    THEN marks.code_fraction
    WHEN marks.category IN ('absent_excused', 'absent_unexcused', 'suspension_out')
    THEN 1e0 - marks.duration_fraction * (
      1e0 - marks.code_fraction
    )
    WHEN marks.category IN ('present', 'remote_present', 'school_activity')
    THEN marks.duration_fraction * marks.code_fraction
    ELSE marks.code_fraction
  END AS DOUBLE) AS present_fraction,
  CAST(CASE WHEN marks.student_key IS NULL THEN marks.id_system || ':' || marks.student_id END AS TEXT) AS unmatched_id,
  CAST(marks.module AS TEXT) AS module,
  CAST(marks.source_table AS TEXT) AS source_table,
  CAST(marks.source_key AS TEXT) AS source_key,
  CAST(marks.batch_id AS TEXT) AS batch_id,
  CAST(marks.record_no AS BIGINT) AS record_no,
  CAST(marks.as_of AS TIMESTAMP) AS as_of,
  CAST(marks.change_no AS BIGINT) AS change_no,
  CAST(marks.known_from AS DATE) AS known_from,
  CAST(marks.known_basis AS TEXT) AS known_basis,
  CAST(marks.is_current AS BOOLEAN) AS is_current,
  CAST(marks.is_deleted AS BOOLEAN) AS is_deleted,
  CAST(COALESCE(STRFTIME(marks.event_date, '%Y-%m'), 'undated') AS TEXT) AS month
FROM marks AS marks
