-- What became of each delivered file, row by row counted.
-- grain: one row a run and file      keys: run_id, module, table_name, file_name      owner: data office
select
    cast(f.run_id as varchar) as run_id,
    cast(f.module as varchar) as module,
    cast(f.table_name as varchar) as table_name,
    cast(f.file_name as varchar) as file_name,
    cast(f.rows_in as bigint) as rows_in,
    cast(f.accepted as bigint) as accepted,
    cast(f.quarantined as bigint) as quarantined,
    cast(f.superseded as bigint) as superseded,
    cast(f.held as bigint) as held,
    cast(f.blank_lines as bigint) as blank_lines,
    cast(f.header_lines as bigint) as header_lines,
    cast(f.status as varchar) as status,
    cast(f.reason as varchar) as reason

from load_ledger as f
