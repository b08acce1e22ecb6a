-- Generated from modules/graph/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_graph_m365_app_user_detail.report_date AS report_date,
    staged_graph_m365_app_user_detail.upn AS upn,
    staged_graph_m365_app_user_detail.last_activity_date AS last_activity_date,
    staged_graph_m365_app_user_detail.report_period AS report_period,
    staged_graph_m365_app_user_detail.excel AS excel,
    staged_graph_m365_app_user_detail.one_note AS one_note,
    staged_graph_m365_app_user_detail.outlook AS outlook,
    staged_graph_m365_app_user_detail.power_point AS power_point,
    staged_graph_m365_app_user_detail.teams AS teams,
    staged_graph_m365_app_user_detail.word AS word,
    staged_graph_m365_app_user_detail.batch_id AS batch_id,
    staged_graph_m365_app_user_detail.record_no AS record_no,
    staged_graph_m365_app_user_detail.as_of AS as_of,
    staged_graph_m365_app_user_detail.change_no AS change_no,
    staged_graph_m365_app_user_detail.known_from AS known_from,
    staged_graph_m365_app_user_detail.known_basis AS known_basis,
    FALSE AS is_deleted
  FROM staged_graph_m365_app_user_detail AS staged_graph_m365_app_user_detail
), compared AS (
  SELECT
    delivered.report_date AS report_date,
    delivered.upn AS upn,
    delivered.last_activity_date AS last_activity_date,
    delivered.report_period AS report_period,
    delivered.excel AS excel,
    delivered.one_note AS one_note,
    delivered.outlook AS outlook,
    delivered.power_point AS power_point,
    delivered.teams AS teams,
    delivered.word AS word,
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
      AND delivered.excel IS NOT DISTINCT FROM LAG(delivered.excel) OVER versions
      AND delivered.one_note IS NOT DISTINCT FROM LAG(delivered.one_note) OVER versions
      AND delivered.outlook IS NOT DISTINCT FROM LAG(delivered.outlook) OVER versions
      AND delivered.power_point IS NOT DISTINCT FROM LAG(delivered.power_point) OVER versions
      AND delivered.teams IS NOT DISTINCT FROM LAG(delivered.teams) OVER versions
      AND delivered.word IS NOT DISTINCT FROM LAG(delivered.word) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM delivered AS delivered
  WINDOW versions AS (
    PARTITION BY delivered.report_date, delivered.upn
    ORDER BY delivered.as_of, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END), delivered.is_deleted, delivered.batch_id, delivered.record_no
  )
), runs AS (
  SELECT
    compared.report_date AS report_date,
    compared.upn AS upn,
    compared.last_activity_date AS last_activity_date,
    compared.report_period AS report_period,
    compared.excel AS excel,
    compared.one_note AS one_note,
    compared.outlook AS outlook,
    compared.power_point AS power_point,
    compared.teams AS teams,
    compared.word AS word,
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
      ORDER BY compared.version_no
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.report_date AS report_date,
    runs.upn AS upn,
    runs.last_activity_date AS last_activity_date,
    runs.report_period AS report_period,
    runs.excel AS excel,
    runs.one_note AS one_note,
    runs.outlook AS outlook,
    runs.power_point AS power_point,
    runs.teams AS teams,
    runs.word AS word,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (PARTITION BY runs.report_date, runs.upn, runs.run_no) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (PARTITION BY runs.report_date, runs.upn, runs.run_no ORDER BY runs.known_from, runs.known_basis DESC) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.report_date AS report_date,
    learned.upn AS upn,
    learned.last_activity_date AS last_activity_date,
    learned.report_period AS report_period,
    learned.excel AS excel,
    learned.one_note AS one_note,
    learned.outlook AS outlook,
    learned.power_point AS power_point,
    learned.teams AS teams,
    learned.word AS word,
    COALESCE(CAST(learned.report_date AS TEXT), '') || '|' || COALESCE(learned.upn, '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (PARTITION BY learned.report_date, learned.upn ORDER BY learned.version_no) IS NULL AS is_current,
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
  history.excel AS excel,
  history.one_note AS one_note,
  history.outlook AS outlook,
  history.power_point AS power_point,
  history.teams AS teams,
  history.word AS word,
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
