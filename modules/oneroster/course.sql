-- Courses of a school, or of the district where the organisation is not a school.
-- grain: one version of a course
with organisations as (
    select
        org_id, lower(org_type) as org_type,
        row_number() over (partition by org_id order by as_of desc, batch_id, record_no) as newest
    from oneroster_orgs
    where is_current
)

select
    cast(c.course_id as varchar) as source_course_id,
    cast(case when o.org_type in ('school', 'department') then c.org_id end as varchar) as source_school_id,
    cast(c.course_code as varchar) as course_code,
    cast(c.title as varchar) as course_title,
    cast(c.subjects as varchar) as subject,
    cast('oneroster' as varchar) as module,
    cast('courses' as varchar) as source_table,
    cast(c.source_key as varchar) as source_key,
    cast(c.batch_id as varchar) as batch_id,
    cast(c.record_no as bigint) as record_no,
    cast(c.as_of as timestamp) as as_of,
    cast(c.change_no as bigint) as change_no,
    cast(c.known_from as date) as known_from,
    cast(c.known_basis as varchar) as known_basis,
    cast(c.is_current as boolean) as is_current,
    cast(c.is_deleted as boolean) as is_deleted
from oneroster_courses as c
left join organisations as o on o.org_id = c.org_id and o.newest = 1
