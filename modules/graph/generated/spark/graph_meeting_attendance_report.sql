-- Generated from modules/graph/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_graph_meeting_attendance_report.meeting_id AS meeting_id,
    staged_graph_meeting_attendance_report.meeting_start AS meeting_start,
    staged_graph_meeting_attendance_report.upn AS upn,
    staged_graph_meeting_attendance_report.meeting_role AS meeting_role,
    staged_graph_meeting_attendance_report.join_time AS join_time,
    staged_graph_meeting_attendance_report.join_date AS join_date,
    staged_graph_meeting_attendance_report.leave_time AS leave_time,
    staged_graph_meeting_attendance_report.stay_seconds AS stay_seconds,
    staged_graph_meeting_attendance_report.batch_id AS batch_id,
    staged_graph_meeting_attendance_report.record_no AS record_no,
    staged_graph_meeting_attendance_report.as_of AS as_of,
    staged_graph_meeting_attendance_report.change_no AS change_no,
    staged_graph_meeting_attendance_report.known_from AS known_from,
    staged_graph_meeting_attendance_report.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_graph_meeting_attendance_report AS staged_graph_meeting_attendance_report
), compared AS (
  SELECT
    delivered.meeting_id AS meeting_id,
    delivered.meeting_start AS meeting_start,
    delivered.upn AS upn,
    delivered.meeting_role AS meeting_role,
    delivered.join_time AS join_time,
    delivered.join_date AS join_date,
    delivered.leave_time AS leave_time,
    delivered.stay_seconds AS stay_seconds,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted,
    CASE
      WHEN delivered.is_deleted IS NOT DISTINCT FROM LAG(delivered.is_deleted) OVER versions
      AND delivered.meeting_role IS NOT DISTINCT FROM LAG(delivered.meeting_role) OVER versions
      AND delivered.leave_time IS NOT DISTINCT FROM LAG(delivered.leave_time) OVER versions
      AND delivered.stay_seconds IS NOT DISTINCT FROM LAG(delivered.stay_seconds) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.join_date, delivered.meeting_id, delivered.upn, delivered.join_time
    ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.meeting_id AS meeting_id,
    compared.meeting_start AS meeting_start,
    compared.upn AS upn,
    compared.meeting_role AS meeting_role,
    compared.join_time AS join_time,
    compared.join_date AS join_date,
    compared.leave_time AS leave_time,
    compared.stay_seconds AS stay_seconds,
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
      PARTITION BY compared.join_date, compared.meeting_id, compared.upn, compared.join_time
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.meeting_id AS meeting_id,
    runs.meeting_start AS meeting_start,
    runs.upn AS upn,
    runs.meeting_role AS meeting_role,
    runs.join_time AS join_time,
    runs.join_date AS join_date,
    runs.leave_time AS leave_time,
    runs.stay_seconds AS stay_seconds,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.join_date, runs.meeting_id, runs.upn, runs.join_time, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.join_date, runs.meeting_id, runs.upn, runs.join_time, runs.run_no
      ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.meeting_id AS meeting_id,
    learned.meeting_start AS meeting_start,
    learned.upn AS upn,
    learned.meeting_role AS meeting_role,
    learned.join_time AS join_time,
    learned.join_date AS join_date,
    learned.leave_time AS leave_time,
    learned.stay_seconds AS stay_seconds,
    COALESCE(CAST(learned.join_date AS STRING), '') || '|' || COALESCE(learned.meeting_id, '') || '|' || COALESCE(learned.upn, '') || '|' || COALESCE(DATE_FORMAT(learned.join_time, 'yyyy-MM-dd HH:mm:ss.SSSSSS'), '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (
      PARTITION BY learned.join_date, learned.meeting_id, learned.upn, learned.join_time
      ORDER BY learned.version_no NULLS LAST
    ) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.meeting_id AS meeting_id,
  history.meeting_start AS meeting_start,
  history.upn AS upn,
  history.meeting_role AS meeting_role,
  history.join_time AS join_time,
  history.join_date AS join_date,
  history.leave_time AS leave_time,
  history.stay_seconds AS stay_seconds,
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
