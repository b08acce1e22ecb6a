-- Generated from modules/edfi/attendance_event.sql; edit that file.
WITH events AS (
  SELECT
    'student_school_attendance_events' AS source_table,
    edfi_student_school_attendance_events.student_id AS student_id,
    edfi_student_school_attendance_events.school_id AS school_id,
    edfi_student_school_attendance_events.event_date AS event_date,
    'day' AS grain,
    CAST(NULL AS STRING) AS period,
    CAST(NULL AS STRING) AS source_section_id,
    edfi_student_school_attendance_events.category_descriptor AS category_descriptor,
    edfi_student_school_attendance_events.duration AS duration,
    edfi_student_school_attendance_events.source_key AS source_key,
    edfi_student_school_attendance_events.batch_id AS batch_id,
    edfi_student_school_attendance_events.record_no AS record_no,
    edfi_student_school_attendance_events.as_of AS as_of,
    edfi_student_school_attendance_events.change_no AS change_no,
    edfi_student_school_attendance_events.known_from AS known_from,
    edfi_student_school_attendance_events.known_basis AS known_basis,
    edfi_student_school_attendance_events.is_current AS is_current,
    edfi_student_school_attendance_events.is_deleted AS is_deleted
  FROM edfi_student_school_attendance_events AS edfi_student_school_attendance_events
  UNION ALL
  SELECT
    'student_section_attendance_events' AS source_table,
    edfi_student_section_attendance_events.student_id AS student_id,
    edfi_student_section_attendance_events.school_id AS school_id,
    edfi_student_section_attendance_events.event_date AS event_date,
    'period' AS grain,
    COALESCE(
      edfi_student_section_attendance_events.class_period,
      edfi_student_section_attendance_events.section_identifier
    ) AS period,
    edfi_student_section_attendance_events.school_id || '|' || COALESCE(CAST(edfi_student_section_attendance_events.school_year AS STRING), '') || '|' || COALESCE(edfi_student_section_attendance_events.session_name, '') || '|' || COALESCE(edfi_student_section_attendance_events.local_course_code, '') || '|' || COALESCE(edfi_student_section_attendance_events.section_identifier, '') AS source_section_id,
    edfi_student_section_attendance_events.category_descriptor AS category_descriptor,
    edfi_student_section_attendance_events.duration AS duration,
    edfi_student_section_attendance_events.source_key AS source_key,
    edfi_student_section_attendance_events.batch_id AS batch_id,
    edfi_student_section_attendance_events.record_no AS record_no,
    edfi_student_section_attendance_events.as_of AS as_of,
    edfi_student_section_attendance_events.change_no AS change_no,
    edfi_student_section_attendance_events.known_from AS known_from,
    edfi_student_section_attendance_events.known_basis AS known_basis,
    edfi_student_section_attendance_events.is_current AS is_current,
    edfi_student_section_attendance_events.is_deleted AS is_deleted
  FROM edfi_student_section_attendance_events AS edfi_student_section_attendance_events
)
SELECT
  CAST('edfi_student' AS STRING) AS id_system,
  CAST(events.student_id AS STRING) AS student_id,
  CAST(events.school_id AS STRING) AS source_school_id,
  CAST(events.event_date AS DATE) AS event_date,
  CAST(events.grain AS STRING) AS grain,
  CAST(events.period AS STRING) AS period,
  CAST(events.source_section_id AS STRING) AS source_section_id,
  CAST(COALESCE(NULLIF(SPLIT_PART(events.category_descriptor, '#', 2), ''), events.category_descriptor) AS STRING) AS local_code,
  CAST(events.category_descriptor AS STRING) AS local_status,
  CAST(CASE
    WHEN events.grain = 'day' AND events.duration >= 0 AND events.duration <= 1
    THEN events.duration
  END AS DOUBLE) AS duration_fraction,
  CAST('edfi' AS STRING) AS module,
  CAST(events.source_table AS STRING) AS source_table,
  CAST(events.source_key AS STRING) AS source_key,
  CAST(events.batch_id AS STRING) AS batch_id,
  CAST(events.record_no AS BIGINT) AS record_no,
  CAST(events.as_of AS TIMESTAMP) AS as_of,
  CAST(events.change_no AS BIGINT) AS change_no,
  CAST(events.known_from AS DATE) AS known_from,
  CAST(events.known_basis AS STRING) AS known_basis,
  CAST(events.is_current AS BOOLEAN) AS is_current,
  CAST(events.is_deleted AS BOOLEAN) AS is_deleted
FROM events AS events
