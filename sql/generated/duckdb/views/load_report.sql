-- Generated from sql/views/load_report.sql; edit that file.
SELECT
  CAST(f.run_id AS TEXT) AS run_id,
  CAST(f.module AS TEXT) AS module,
  CAST(f.table_name AS TEXT) AS table_name,
  CAST(f.file_name AS TEXT) AS file_name,
  CAST(f.rows_in AS BIGINT) AS rows_in,
  CAST(f.accepted AS BIGINT) AS accepted,
  CAST(f.quarantined AS BIGINT) AS quarantined,
  CAST(f.superseded AS BIGINT) AS superseded,
  CAST(f.held AS BIGINT) AS held,
  CAST(f.blank_lines AS BIGINT) AS blank_lines,
  CAST(f.header_lines AS BIGINT) AS header_lines,
  CAST(f.status AS TEXT) AS status,
  CAST(f.reason AS TEXT) AS reason
FROM load_ledger AS f
