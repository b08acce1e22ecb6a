-- Each finished lesson once, with its minutes on the day of completion, whichever of the two lesson reports tells of it.
-- grain: one lesson done by one student on one day (student, lesson, day, minutes, score, outcome) and version
with lessons as (
    select
        student_id, lesson_id, lesson_name, completion_date, minutes, school_name,
        student_id || '|' || lesson_id || '|' || date_format(completion_date, '%Y-%m-%d')
            || '|' || coalesce(cast(minutes as varchar), '')
            || '|' || coalesce(score, '')
            || '|' || coalesce(outcome, '')
            || '|' || coalesce(cast(teacher_assigned as varchar), '') as lesson_event,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_personalized_instruction
),

lessons_by_standard as (
    select
        student_id, lesson_id, lesson_name, completion_date, minutes, school_name,
        student_id || '|' || lesson_id || '|' || date_format(completion_date, '%Y-%m-%d')
            || '|' || coalesce(cast(minutes as varchar), '')
            || '|' || coalesce(score, '')
            || '|' || coalesce(outcome, '')
            || '|' || coalesce(cast(teacher_assigned as varchar), '') as lesson_event,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from iready_lesson_activity_with_standards
),

-- The minutes stand on every standard of the lesson: one standard, the first by key, speaks for the lesson.
spokesman as (
    select lesson_event, min(source_key) as source_key
    from lessons_by_standard
    group by lesson_event
),

told_by_lesson as (
    select lesson_event, count(*) as versions
    from lessons
    group by lesson_event
),

only_told_by_standard as (
    select
        s.student_id, s.lesson_id, s.lesson_name, s.completion_date, s.minutes, s.school_name, s.lesson_event,
        s.source_key, s.batch_id, s.record_no, s.as_of, s.change_no, s.known_from, s.known_basis, s.is_current, s.is_deleted
    from lessons_by_standard as s
    inner join spokesman as f on f.lesson_event = s.lesson_event and f.source_key = s.source_key
    left join told_by_lesson as t on t.lesson_event = s.lesson_event
    where t.lesson_event is null
),

told_once as (
    select
        'personalized_instruction' as source_table,
        student_id, lesson_id, lesson_name, completion_date, minutes, school_name, lesson_event,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from lessons
    union all
    select
        'lesson_activity_with_standards' as source_table,
        student_id, lesson_id, lesson_name, completion_date, minutes, school_name, lesson_event,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from only_told_by_standard
)

select
    cast(lesson_event as varchar) as event_id,
    cast('lesson' as varchar) as event_type,
    cast('iready_student' as varchar) as id_system,
    cast(student_id as varchar) as actor_id,
    cast('iready_lesson' as varchar) as event_object,
    cast(completion_date as date) as event_date,
    cast(null as timestamp) as event_time,
    cast('lesson' as varchar) as entity_type,
    -- A name with quotes in it was quoted twice by the export.
    cast(coalesce(
        case
            when lesson_name like '"%"' then replace(substr(lesson_name, 2, length(lesson_name) - 2), '""', '"')
            else lesson_name
        end,
        lesson_id
    ) as varchar) as entity_name,
    cast(nullif(minutes, 0) * 60 as bigint) as time_on_task_seconds,
    cast(1 as bigint) as access_count,
    cast(true as boolean) as used,
    cast(1 as integer) as window_days,
    cast('name:' || lower(trim(school_name)) as varchar) as source_school_id,
    cast(null as varchar) as source_section_id,
    cast(null as varchar) as software_version,
    cast('iready' as varchar) as module,
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
from told_once
