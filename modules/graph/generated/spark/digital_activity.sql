-- Generated from modules/graph/digital_activity.sql; edit that file.
WITH apps AS (
  SELECT
    'Excel' AS app
  UNION ALL
  SELECT
    'OneNote' AS app
  UNION ALL
  SELECT
    'Outlook' AS app
  UNION ALL
  SELECT
    'PowerPoint' AS app
  UNION ALL
  SELECT
    'Teams' AS app
  UNION ALL
  SELECT
    'Word' AS app
), app_reports AS (
  SELECT
    'm365_app_user_detail' AS source_table,
    'appUsed' AS event_type,
    'app' AS entity_type,
    apps.app AS entity_name,
    report.source_key || '|' || apps.app AS event_id,
    report.upn AS upn,
    report.report_date AS report_date,
    report.last_activity_date AS last_activity_date,
    COALESCE(report.report_period, 7) AS window_days,
    CAST(NULL AS BIGINT) AS access_count,
    CAST(NULL AS BIGINT) AS seconds,
    CASE apps.app
      WHEN 'Excel'
      THEN report.excel
      WHEN 'OneNote'
      THEN report.one_note
      WHEN 'Outlook'
      THEN report.outlook
      WHEN 'PowerPoint'
      THEN report.power_point
      WHEN 'Teams'
      THEN report.teams
      WHEN 'Word'
      THEN report.word
    END AS used,
    report.source_key AS source_key,
    report.batch_id AS batch_id,
    report.record_no AS record_no,
    report.as_of AS as_of,
    report.change_no AS change_no,
    report.known_from AS known_from,
    report.known_basis AS known_basis,
    report.is_current AS is_current,
    report.is_deleted AS is_deleted
  FROM graph_m365_app_user_detail AS report
  CROSS JOIN apps AS apps
), measures AS (
  SELECT
    'callCount' AS measure
  UNION ALL
  SELECT
    'meetingCount' AS measure
  UNION ALL
  SELECT
    'meetingsAttendedCount' AS measure
  UNION ALL
  SELECT
    'meetingsOrganizedCount' AS measure
  UNION ALL
  SELECT
    'privateChatMessageCount' AS measure
  UNION ALL
  SELECT
    'teamChatMessageCount' AS measure
  UNION ALL
  SELECT
    'audioDuration' AS measure
  UNION ALL
  SELECT
    'videoDuration' AS measure
  UNION ALL
  SELECT
    'screenShareDuration' AS measure
), teams_measures AS (
  SELECT
    measures.measure AS measure,
    report.upn AS upn,
    report.report_date AS report_date,
    report.last_activity_date AS last_activity_date,
    COALESCE(report.report_period, 7) AS window_days,
    CASE measures.measure
      WHEN 'callCount'
      THEN report.call_count
      WHEN 'meetingCount'
      THEN report.meeting_count
      WHEN 'meetingsAttendedCount'
      THEN report.meetings_attended_count
      WHEN 'meetingsOrganizedCount'
      THEN report.meetings_organized_count
      WHEN 'privateChatMessageCount'
      THEN report.private_chat_message_count
      WHEN 'teamChatMessageCount'
      THEN report.team_chat_message_count
    END AS access_count,
    CASE measures.measure
      WHEN 'audioDuration'
      THEN report.audio_seconds
      WHEN 'videoDuration'
      THEN report.video_seconds
      WHEN 'screenShareDuration'
      THEN report.screen_share_seconds
    END AS seconds,
    report.source_key AS source_key,
    report.batch_id AS batch_id,
    report.record_no AS record_no,
    report.as_of AS as_of,
    report.change_no AS change_no,
    report.known_from AS known_from,
    report.known_basis AS known_basis,
    report.is_current AS is_current,
    report.is_deleted AS is_deleted
  FROM graph_teams_activity_user_detail AS report
  CROSS JOIN measures AS measures
), reports AS (
  SELECT
    app_reports.source_table AS source_table,
    app_reports.event_type AS event_type,
    app_reports.entity_type AS entity_type,
    app_reports.entity_name AS entity_name,
    app_reports.event_id AS event_id,
    app_reports.upn AS upn,
    app_reports.report_date AS report_date,
    app_reports.last_activity_date AS last_activity_date,
    app_reports.window_days AS window_days,
    app_reports.access_count AS access_count,
    app_reports.seconds AS seconds,
    app_reports.used AS used,
    app_reports.source_key AS source_key,
    app_reports.batch_id AS batch_id,
    app_reports.record_no AS record_no,
    app_reports.as_of AS as_of,
    app_reports.change_no AS change_no,
    app_reports.known_from AS known_from,
    app_reports.known_basis AS known_basis,
    app_reports.is_current AS is_current,
    app_reports.is_deleted AS is_deleted
  FROM app_reports AS app_reports
  UNION ALL
  SELECT
    'teams_activity_user_detail' AS source_table,
    teams_measures.measure AS event_type,
    'app' AS entity_type,
    'Teams' AS entity_name,
    teams_measures.source_key || '|' || teams_measures.measure AS event_id,
    teams_measures.upn AS upn,
    teams_measures.report_date AS report_date,
    teams_measures.last_activity_date AS last_activity_date,
    teams_measures.window_days AS window_days,
    teams_measures.access_count AS access_count,
    teams_measures.seconds AS seconds,
    COALESCE(teams_measures.access_count, teams_measures.seconds) > 0 AS used,
    teams_measures.source_key AS source_key,
    teams_measures.batch_id AS batch_id,
    teams_measures.record_no AS record_no,
    teams_measures.as_of AS as_of,
    teams_measures.change_no AS change_no,
    teams_measures.known_from AS known_from,
    teams_measures.known_basis AS known_basis,
    teams_measures.is_current AS is_current,
    teams_measures.is_deleted AS is_deleted
  FROM teams_measures AS teams_measures
), dated AS (
  SELECT
    reports.source_table AS source_table,
    reports.event_type AS event_type,
    reports.entity_type AS entity_type,
    reports.entity_name AS entity_name,
    reports.event_id AS event_id,
    reports.upn AS upn,
    CASE
      WHEN reports.last_activity_date > reports.report_date
      THEN reports.report_date
      WHEN reports.last_activity_date < CAST(DATE_TRUNC('MONTH', reports.report_date) AS DATE)
      THEN reports.report_date
      WHEN CAST(DATEDIFF(DAY, reports.last_activity_date, reports.report_date) AS BIGINT) < reports.window_days
      THEN reports.last_activity_date
      ELSE reports.report_date
    END AS event_date,
    CAST(NULL AS TIMESTAMP) AS event_time,
    reports.seconds AS seconds,
    reports.access_count AS access_count,
    reports.used AS used,
    reports.window_days AS window_days,
    reports.source_key AS source_key,
    reports.batch_id AS batch_id,
    reports.record_no AS record_no,
    reports.as_of AS as_of,
    reports.change_no AS change_no,
    reports.known_from AS known_from,
    reports.known_basis AS known_basis,
    reports.is_current AS is_current,
    reports.is_deleted AS is_deleted
  FROM reports AS reports
  UNION ALL
  SELECT
    'meeting_attendance_report' AS source_table,
    'meetingAttendance' AS event_type,
    'meeting' AS entity_type,
    'Teams' AS entity_name,
    graph_meeting_attendance_report.source_key AS event_id,
    graph_meeting_attendance_report.upn AS upn,
    graph_meeting_attendance_report.join_date AS event_date,
    graph_meeting_attendance_report.join_time AS event_time,
    COALESCE(
      graph_meeting_attendance_report.stay_seconds,
      CAST(DATEDIFF(SECOND, graph_meeting_attendance_report.join_time, graph_meeting_attendance_report.leave_time) AS BIGINT)
    ) AS seconds,
    CAST(1 AS BIGINT) AS access_count,
    TRUE AS used,
    CAST(1 AS BIGINT) AS window_days,
    graph_meeting_attendance_report.source_key AS source_key,
    graph_meeting_attendance_report.batch_id AS batch_id,
    graph_meeting_attendance_report.record_no AS record_no,
    graph_meeting_attendance_report.as_of AS as_of,
    graph_meeting_attendance_report.change_no AS change_no,
    graph_meeting_attendance_report.known_from AS known_from,
    graph_meeting_attendance_report.known_basis AS known_basis,
    graph_meeting_attendance_report.is_current AS is_current,
    graph_meeting_attendance_report.is_deleted AS is_deleted
  FROM graph_meeting_attendance_report AS graph_meeting_attendance_report
)
SELECT
  CAST(dated.event_id AS STRING) AS event_id,
  CAST(dated.event_type AS STRING) AS event_type,
  CAST('upn' AS STRING) AS id_system,
  dated.upn AS actor_id,
  CAST('graph_' || dated.source_table AS STRING) AS event_object,
  CAST(dated.event_date AS DATE) AS event_date,
  CAST(dated.event_time AS TIMESTAMP) AS event_time,
  CAST(dated.entity_type AS STRING) AS entity_type,
  CAST(dated.entity_name AS STRING) AS entity_name,
  CAST(NULLIF(dated.seconds, 0) AS BIGINT) AS time_on_task_seconds,
  CAST(dated.access_count AS BIGINT) AS access_count,
  CAST(dated.used AS BOOLEAN) AS used,
  CAST(dated.window_days AS INT) AS window_days,
  CAST(NULL AS STRING) AS source_school_id,
  CAST(NULL AS STRING) AS source_section_id,
  CAST(NULL AS STRING) AS software_version,
  CAST('graph' AS STRING) AS module,
  CAST(dated.source_table AS STRING) AS source_table,
  dated.source_key AS source_key,
  dated.batch_id AS batch_id,
  dated.record_no AS record_no,
  dated.as_of AS as_of,
  dated.change_no AS change_no,
  dated.known_from AS known_from,
  dated.known_basis AS known_basis,
  dated.is_current AS is_current,
  dated.is_deleted AS is_deleted
FROM dated AS dated
