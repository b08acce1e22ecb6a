-- Sessions of a school; the last day is included in the source and excluded here.
-- grain: one version of a session
select
    cast(school_id || '|' || cast(school_year as varchar) || '|' || session_name as varchar) as source_term_id,
    cast(school_id as varchar) as source_school_id,
    cast(session_name as varchar) as term_name,
    cast(nullif(split_part(term_descriptor, '#', 2), '') as varchar) as term_type,
    cast(school_year as integer) as school_year,
    cast(begin_date as date) as begin_date,
    cast(date_add('day', 1, end_date) as date) as end_date,
    cast('edfi' as varchar) as module,
    cast('sessions' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from edfi_sessions
