-- Attendance exceptions, by day and by class period; the district recorded nothing for students who were simply there.
-- The code is the word behind the descriptor's "#", the status the whole descriptor with its namespace.
-- grain: one version of an event
with events as (
    select
        'student_school_attendance_events' as source_table, student_id, school_id, event_date, 'day' as grain, cast(null as varchar) as period,
        cast(null as varchar) as source_section_id,
        category_descriptor, duration,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_school_attendance_events
    union all
    select
        'student_section_attendance_events' as source_table, student_id, school_id, event_date, 'period' as grain, coalesce(class_period, section_identifier) as period,
        school_id || '|' || coalesce(cast(school_year as varchar), '') || '|' || coalesce(session_name, '')
            || '|' || coalesce(local_course_code, '') || '|' || coalesce(section_identifier, '') as source_section_id,
        category_descriptor, duration,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from edfi_student_section_attendance_events
)

select
    cast('edfi_student' as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast(school_id as varchar) as source_school_id,
    cast(event_date as date) as event_date,
    cast(grain as varchar) as grain,
    cast(period as varchar) as period,
    cast(source_section_id as varchar) as source_section_id,
    cast(coalesce(nullif(split_part(category_descriptor, '#', 2), ''), category_descriptor) as varchar) as local_code,
    cast(category_descriptor as varchar) as local_status,
    -- The standard says days; a source that sends minutes here says nothing that can be used.
    cast(case when grain = 'day' and duration >= 0 and duration <= 1 then duration end as double) as duration_fraction,
    cast('edfi' as varchar) as module,
    cast(source_table as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from events
