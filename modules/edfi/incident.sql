-- Incidents in which a student took part as the one who did it; victims and witnesses are left out.
-- grain: one version of a student's part in an incident
with incidents as (
    select
        school_id, incident_identifier, incident_date, behavior_descriptor,
        row_number() over (
            partition by school_id, incident_identifier
            order by as_of desc, source_key, batch_id, record_no
        ) as newest
    from edfi_discipline_incidents
    where is_current and not is_deleted
)

select
    cast(a.school_id || '|' || a.incident_identifier as varchar) as source_incident_id,
    cast('edfi_student' as varchar) as id_system,
    cast(a.student_id as varchar) as student_id,
    cast(a.school_id as varchar) as source_school_id,
    cast(i.incident_date as date) as incident_date,
    cast(coalesce(cast(nullif(split_part(a.behavior_descriptor, '#', 2), '') as varchar), cast(nullif(split_part(i.behavior_descriptor, '#', 2), '') as varchar)) as varchar) as incident_type,
    cast('edfi' as varchar) as module,
    cast('student_discipline_incident_associations' as varchar) as source_table,
    cast(a.source_key as varchar) as source_key,
    cast(a.batch_id as varchar) as batch_id,
    cast(a.record_no as bigint) as record_no,
    cast(a.as_of as timestamp) as as_of,
    cast(a.change_no as bigint) as change_no,
    cast(a.known_from as date) as known_from,
    cast(a.known_basis as varchar) as known_basis,
    cast(a.is_current as boolean) as is_current,
    cast(a.is_deleted as boolean) as is_deleted
from edfi_student_discipline_incident_associations as a
left join incidents as i
    on i.school_id = a.school_id and i.incident_identifier = a.incident_identifier and i.newest = 1
where a.participation_descriptor is null or lower(a.participation_descriptor) like '%#perpetrator%'
