-- Academic sessions; the end date is exclusive by the standard, and the school year is the one in which it ends.
-- grain: one version of a session
select
    cast(session_id as varchar) as source_term_id,
    cast(null as varchar) as source_school_id,
    cast(title as varchar) as term_name,
    cast(session_type as varchar) as term_type,
    cast(school_year as integer) as school_year,
    cast(begin_date as date) as begin_date,
    cast(end_date as date) as end_date,
    cast('oneroster' as varchar) as module,
    cast('academic_sessions' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from oneroster_academic_sessions
