-- Classes; the course is found through the offering of the school and session.
-- grain: one version of a section
with offerings as (
    select
        school_id, school_year, session_name, local_course_code, course_organization_id, course_code,
        row_number() over (
            partition by school_id, school_year, session_name, local_course_code
            order by as_of desc, source_key, batch_id, record_no
        ) as newest
    from edfi_course_offerings
    where is_current and not is_deleted
)

select
    cast(s.school_id || '|' || coalesce(cast(s.school_year as varchar), '') || '|' || coalesce(s.session_name, '')
            || '|' || coalesce(s.local_course_code, '') || '|' || coalesce(s.section_identifier, '') as varchar) as source_section_id,
    cast(coalesce(o.course_organization_id || '|' || o.course_code, s.school_id || '|' || s.local_course_code) as varchar) as source_course_id,
    cast(s.school_id as varchar) as source_school_id,
    cast(s.school_id || '|' || cast(s.school_year as varchar) || '|' || s.session_name as varchar) as source_term_id,
    cast(coalesce(s.section_name, s.section_identifier) as varchar) as section_name,
    cast('edfi' as varchar) as module,
    cast('sections' as varchar) as source_table,
    cast(s.source_key as varchar) as source_key,
    cast(s.batch_id as varchar) as batch_id,
    cast(s.record_no as bigint) as record_no,
    cast(s.as_of as timestamp) as as_of,
    cast(s.change_no as bigint) as change_no,
    cast(s.known_from as date) as known_from,
    cast(s.known_basis as varchar) as known_basis,
    cast(s.is_current as boolean) as is_current,
    cast(s.is_deleted as boolean) as is_deleted
from edfi_sections as s
left join offerings as o
    on o.school_id = s.school_id
    and o.school_year = s.school_year
    and o.session_name = s.session_name
    and o.local_course_code = s.local_course_code
    and o.newest = 1
