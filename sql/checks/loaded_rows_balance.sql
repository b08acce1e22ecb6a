-- The rows of a file are accepted, quarantined, superseded or held, and nothing else.
-- matters: a row that disappears without a word. mend: intake counts every row once.
select run_id, module, table_name, file_name, rows_in, accepted, quarantined, superseded, held
from load_report
where rows_in <> accepted + quarantined + superseded + held
