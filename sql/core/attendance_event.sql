-- One attendance mark as a source sent it, in all its versions, with its meaning; a mark of an unknown person stays in.
-- A null category is a code that no map covers: it blocks the measure, not the load.
-- grain: one row a source record and version      keys: module, source_table, source_key, as_of, batch_id, record_no      owner: attendance      partition: month
with

code_and_word as (

    select module, local_code, local_status, category, present_fraction

    from attendance_meaning

    where local_code <> '' and local_status <> ''

),

code_alone as (

    select module, local_code, category, present_fraction

    from attendance_meaning

    where local_code <> '' and local_status = ''

),

word_alone as (

    select module, local_status, category, present_fraction

    from attendance_meaning

    where local_code = '' and local_status <> ''

),

-- The most exact meaning wins: code and word, then code, then word.
marks as (

    select
        m.student_key,
        coalesce(a.school_key, lower(replace(trim(e.source_school_id), '-', ''))) as school_key,
        e.event_date,
        e.grain,
        e.period,
        e.source_section_id,
        e.local_code,
        e.local_status,
        case when e.grain = 'day' then e.duration_fraction end as duration_fraction,
        case
            when b.module is not null then b.category
            when c.module is not null then c.category
            else w.category
        end as category,
        case
            when b.module is not null then b.present_fraction
            when c.module is not null then c.present_fraction
            else w.present_fraction
        end as code_fraction,
        e.id_system,
        e.student_id,
        e.module,
        e.source_table,
        e.source_key,
        e.batch_id,
        e.record_no,
        e.as_of,
        e.change_no,
        e.known_from,
        e.known_basis,
        e.is_current,
        e.is_deleted

    from mapped_attendance_event as e
    left join identity_map as m on m.id_system = e.id_system and m.id = e.student_id
    left join school_alias as a on a.module = e.module and a.source_school_id = e.source_school_id
    left join code_and_word as b
        on b.module = e.module
        and b.local_code = lower(trim(e.local_code))
        and b.local_status = lower(trim(e.local_status))
    left join code_alone as c on c.module = e.module and c.local_code = lower(trim(e.local_code))
    left join word_alone as w on w.module = e.module and w.local_status = lower(trim(e.local_status))

)

select
    cast(student_key as varchar) as student_key,
    cast(school_key as varchar) as school_key,
    cast(event_date as date) as event_date,
    cast(grain as varchar) as grain,
    cast(period as varchar) as period,
    cast(module || ':' || source_section_id as varchar) as section_key,

    -- what the source wrote, and what it means
    cast(local_code as varchar) as local_code,
    cast(local_status as varchar) as local_status,
    cast(category as varchar) as category,
    cast(
        case
            when duration_fraction is null then code_fraction
            when duration_fraction < 0 or duration_fraction > 1 then code_fraction
            when category in ('absent_excused', 'absent_unexcused', 'suspension_out')
                then 1e0 - duration_fraction * (1e0 - code_fraction)
            when category in ('present', 'remote_present', 'school_activity') then duration_fraction * code_fraction
            else code_fraction
        end as double
    ) as present_fraction,

    -- where it comes from
    cast(case when student_key is null then id_system || ':' || student_id end as varchar) as unmatched_id,
    cast(module as varchar) as module,
    cast(source_table as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted,
    cast(coalesce(date_format(event_date, '%Y-%m'), 'undated') as varchar) as month

from marks
