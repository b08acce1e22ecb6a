-- Staff in classes; the last day is included in the source and excluded here.
-- grain: one version of a staff member's stint in a section
select
    cast(school_id || '|' || coalesce(cast(school_year as varchar), '') || '|' || coalesce(session_name, '')
            || '|' || coalesce(local_course_code, '') || '|' || coalesce(section_identifier, '') as varchar) as source_section_id,
    cast('edfi_staff' as varchar) as id_system,
    cast(staff_id as varchar) as staff_id,
    cast(nullif(split_part(position_descriptor, '#', 2), '') as varchar) as staff_role,
    cast(begin_date as date) as begin_date,
    cast(date_add('day', 1, end_date) as date) as end_date,
    cast('edfi' as varchar) as module,
    cast('staff_section_associations' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from edfi_staff_section_associations
