-- Classes; of several terms the first named stands for the class.
-- grain: one version of a class
select
    cast(class_id as varchar) as source_section_id,
    cast(course_id as varchar) as source_course_id,
    cast(school_id as varchar) as source_school_id,
    cast(nullif(trim(nullif(split_part(term_ids, ',', 1), '')), '') as varchar) as source_term_id,
    cast(coalesce(title, class_code) as varchar) as section_name,
    cast('oneroster' as varchar) as module,
    cast('classes' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from oneroster_classes
