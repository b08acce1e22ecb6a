-- Schools; a school that the ODS deletes stays as a tombstone, so that what points to it still resolves.
-- grain: one version of a school
select
    cast(school_id as varchar) as source_school_id,
    cast(school_name as varchar) as school_name,
    cast(coalesce(nullif(split_part(school_category_descriptor, '#', 2), ''), nullif(split_part(school_type_descriptor, '#', 2), '')) as varchar) as school_type,
    cast('edfi' as varchar) as module,
    cast('schools' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from edfi_schools
