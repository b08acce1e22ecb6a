-- Schools among the organisations; some exports call a school a department.
-- grain: one version of an organisation that is a school
select
    cast(org_id as varchar) as source_school_id,
    cast(org_name as varchar) as school_name,
    cast(lower(org_type) as varchar) as school_type,
    cast('oneroster' as varchar) as module,
    cast('orgs' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from oneroster_orgs
where lower(org_type) in ('school', 'department')
