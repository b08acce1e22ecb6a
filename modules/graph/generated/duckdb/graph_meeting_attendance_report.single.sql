-- Generated from modules/graph/module.yaml; edit that file.
SELECT
  staged_graph_meeting_attendance_report.meeting_id AS meeting_id,
  staged_graph_meeting_attendance_report.meeting_start AS meeting_start,
  staged_graph_meeting_attendance_report.upn AS upn,
  staged_graph_meeting_attendance_report.meeting_role AS meeting_role,
  staged_graph_meeting_attendance_report.join_time AS join_time,
  staged_graph_meeting_attendance_report.join_date AS join_date,
  staged_graph_meeting_attendance_report.leave_time AS leave_time,
  staged_graph_meeting_attendance_report.stay_seconds AS stay_seconds,
  COALESCE(CAST(staged_graph_meeting_attendance_report.join_date AS TEXT), '') || '|' || COALESCE(staged_graph_meeting_attendance_report.meeting_id, '') || '|' || COALESCE(staged_graph_meeting_attendance_report.upn, '') || '|' || COALESCE(STRFTIME(staged_graph_meeting_attendance_report.join_time, '%Y-%m-%d %H:%M:%S.%f'), '') AS source_key,
  staged_graph_meeting_attendance_report.batch_id AS batch_id,
  staged_graph_meeting_attendance_report.record_no AS record_no,
  staged_graph_meeting_attendance_report.as_of AS as_of,
  staged_graph_meeting_attendance_report.change_no AS change_no,
  staged_graph_meeting_attendance_report.known_from AS known_from,
  staged_graph_meeting_attendance_report.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_graph_meeting_attendance_report AS staged_graph_meeting_attendance_report
