-- Courses of schools, and of the district where the course belongs to no one school.
-- grain: one version of a course
select
    cast(education_organization_id || '|' || course_code as varchar) as source_course_id,
    cast(case
        when education_organization_kind is null or education_organization_kind = 'School' then education_organization_id
    end as varchar) as source_school_id,
    cast(course_code as varchar) as course_code,
    cast(course_title as varchar) as course_title,
    cast(nullif(split_part(subject_descriptor, '#', 2), '') as varchar) as subject,
    cast('edfi' as varchar) as module,
    cast('courses' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from edfi_courses
