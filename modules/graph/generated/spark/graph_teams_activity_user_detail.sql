-- Generated from modules/graph/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_graph_teams_activity_user_detail.report_date AS report_date,
    staged_graph_teams_activity_user_detail.upn AS upn,
    staged_graph_teams_activity_user_detail.last_activity_date AS last_activity_date,
    staged_graph_teams_activity_user_detail.report_period AS report_period,
    staged_graph_teams_activity_user_detail.call_count AS call_count,
    staged_graph_teams_activity_user_detail.meeting_count AS meeting_count,
    staged_graph_teams_activity_user_detail.meetings_attended_count AS meetings_attended_count,
    staged_graph_teams_activity_user_detail.meetings_organized_count AS meetings_organized_count,
    staged_graph_teams_activity_user_detail.private_chat_message_count AS private_chat_message_count,
    staged_graph_teams_activity_user_detail.team_chat_message_count AS team_chat_message_count,
    staged_graph_teams_activity_user_detail.audio_seconds AS audio_seconds,
    staged_graph_teams_activity_user_detail.video_seconds AS video_seconds,
    staged_graph_teams_activity_user_detail.screen_share_seconds AS screen_share_seconds,
    staged_graph_teams_activity_user_detail.batch_id AS batch_id,
    staged_graph_teams_activity_user_detail.record_no AS record_no,
    staged_graph_teams_activity_user_detail.as_of AS as_of,
    staged_graph_teams_activity_user_detail.change_no AS change_no,
    staged_graph_teams_activity_user_detail.known_from AS known_from,
    staged_graph_teams_activity_user_detail.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_graph_teams_activity_user_detail AS staged_graph_teams_activity_user_detail
), compared AS (
  SELECT
    delivered.report_date AS report_date,
    delivered.upn AS upn,
    delivered.last_activity_date AS last_activity_date,
    delivered.report_period AS report_period,
    delivered.call_count AS call_count,
    delivered.meeting_count AS meeting_count,
    delivered.meetings_attended_count AS meetings_attended_count,
    delivered.meetings_organized_count AS meetings_organized_count,
    delivered.private_chat_message_count AS private_chat_message_count,
    delivered.team_chat_message_count AS team_chat_message_count,
    delivered.audio_seconds AS audio_seconds,
    delivered.video_seconds AS video_seconds,
    delivered.screen_share_seconds AS screen_share_seconds,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    CASE
      WHEN delivered.is_deleted IS NOT DISTINCT FROM LAG(delivered.is_deleted) OVER versions
      AND delivered.last_activity_date IS NOT DISTINCT FROM LAG(delivered.last_activity_date) OVER versions
      AND delivered.report_period IS NOT DISTINCT FROM LAG(delivered.report_period) OVER versions
      AND delivered.call_count IS NOT DISTINCT FROM LAG(delivered.call_count) OVER versions
      AND delivered.meeting_count IS NOT DISTINCT FROM LAG(delivered.meeting_count) OVER versions
      AND delivered.meetings_attended_count IS NOT DISTINCT FROM LAG(delivered.meetings_attended_count) OVER versions
      AND delivered.meetings_organized_count IS NOT DISTINCT FROM LAG(delivered.meetings_organized_count) OVER versions
      AND delivered.private_chat_message_count IS NOT DISTINCT FROM LAG(delivered.private_chat_message_count) OVER versions
      AND delivered.team_chat_message_count IS NOT DISTINCT FROM LAG(delivered.team_chat_message_count) OVER versions
      AND delivered.audio_seconds IS NOT DISTINCT FROM LAG(delivered.audio_seconds) OVER versions
      AND delivered.video_seconds IS NOT DISTINCT FROM LAG(delivered.video_seconds) OVER versions
      AND delivered.screen_share_seconds IS NOT DISTINCT FROM LAG(delivered.screen_share_seconds) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.report_date, delivered.upn
    ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.report_date AS report_date,
    compared.upn AS upn,
    compared.last_activity_date AS last_activity_date,
    compared.report_period AS report_period,
    compared.call_count AS call_count,
    compared.meeting_count AS meeting_count,
    compared.meetings_attended_count AS meetings_attended_count,
    compared.meetings_organized_count AS meetings_organized_count,
    compared.private_chat_message_count AS private_chat_message_count,
    compared.team_chat_message_count AS team_chat_message_count,
    compared.audio_seconds AS audio_seconds,
    compared.video_seconds AS video_seconds,
    compared.screen_share_seconds AS screen_share_seconds,
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
      PARTITION BY compared.report_date, compared.upn
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.report_date AS report_date,
    runs.upn AS upn,
    runs.last_activity_date AS last_activity_date,
    runs.report_period AS report_period,
    runs.call_count AS call_count,
    runs.meeting_count AS meeting_count,
    runs.meetings_attended_count AS meetings_attended_count,
    runs.meetings_organized_count AS meetings_organized_count,
    runs.private_chat_message_count AS private_chat_message_count,
    runs.team_chat_message_count AS team_chat_message_count,
    runs.audio_seconds AS audio_seconds,
    runs.video_seconds AS video_seconds,
    runs.screen_share_seconds AS screen_share_seconds,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.report_date, runs.upn, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.report_date, runs.upn, runs.run_no
      ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.report_date AS report_date,
    learned.upn AS upn,
    learned.last_activity_date AS last_activity_date,
    learned.report_period AS report_period,
    learned.call_count AS call_count,
    learned.meeting_count AS meeting_count,
    learned.meetings_attended_count AS meetings_attended_count,
    learned.meetings_organized_count AS meetings_organized_count,
    learned.private_chat_message_count AS private_chat_message_count,
    learned.team_chat_message_count AS team_chat_message_count,
    learned.audio_seconds AS audio_seconds,
    learned.video_seconds AS video_seconds,
    learned.screen_share_seconds AS screen_share_seconds,
    COALESCE(CAST(learned.report_date AS STRING), '') || '|' || COALESCE(learned.upn, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.report_date, learned.upn ORDER BY learned.version_no NULLS LAST) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.report_date AS report_date,
  history.upn AS upn,
  history.last_activity_date AS last_activity_date,
  history.report_period AS report_period,
  history.call_count AS call_count,
  history.meeting_count AS meeting_count,
  history.meetings_attended_count AS meetings_attended_count,
  history.meetings_organized_count AS meetings_organized_count,
  history.private_chat_message_count AS private_chat_message_count,
  history.team_chat_message_count AS team_chat_message_count,
  history.audio_seconds AS audio_seconds,
  history.video_seconds AS video_seconds,
  history.screen_share_seconds AS screen_share_seconds,
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
