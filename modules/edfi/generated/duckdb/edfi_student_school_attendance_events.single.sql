-- Generated from modules/edfi/module.yaml; edit that file.
SELECT
  staged_edfi_student_school_attendance_events.resource_id AS resource_id,
  staged_edfi_student_school_attendance_events.student_id AS student_id,
  staged_edfi_student_school_attendance_events.school_id AS school_id,
  staged_edfi_student_school_attendance_events.school_year AS school_year,
  staged_edfi_student_school_attendance_events.session_name AS session_name,
  staged_edfi_student_school_attendance_events.event_date AS event_date,
  staged_edfi_student_school_attendance_events.category_descriptor AS category_descriptor,
  staged_edfi_student_school_attendance_events.duration AS duration,
  staged_edfi_student_school_attendance_events.environment_descriptor AS environment_descriptor,
  COALESCE(staged_edfi_student_school_attendance_events.resource_id, '') AS source_key,
  staged_edfi_student_school_attendance_events.batch_id AS batch_id,
  staged_edfi_student_school_attendance_events.record_no AS record_no,
  staged_edfi_student_school_attendance_events.as_of AS as_of,
  staged_edfi_student_school_attendance_events.change_no AS change_no,
  staged_edfi_student_school_attendance_events.known_from AS known_from,
  staged_edfi_student_school_attendance_events.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_edfi_student_school_attendance_events AS staged_edfi_student_school_attendance_events
