-- Attendance that a school submitted for a date, and which source speaks for it when two do.
-- grain: one row a school and date      keys: school_key, event_date      owner: attendance      partition: month
with

marks as (

    select school_key, event_date, module, period, grain, local_code

    from attendance_event

    where is_current and not is_deleted and school_key is not null and event_date is not null

),

ranks as (

    select module, authority_rank, recording from module_rank

),

by_period as (

    select
        school_key,
        event_date,
        module,
        grain,
        period,
        count(*) as marks

    from marks

    group by school_key, event_date, module, grain, period

),

by_module as (

    select
        school_key,
        event_date,
        module,
        sum(marks) as marks,
        count_if(grain = 'period') as periods

    from by_period

    group by school_key, event_date, module

),

-- One source speaks for a school on a date, so that a mark in two systems is one mark.
ranked as (

    select
        b.school_key,
        b.event_date,
        b.module,
        coalesce(r.recording, 'positive') as recording,
        b.marks,
        b.periods,
        row_number() over (
            partition by b.school_key, b.event_date
            order by coalesce(r.authority_rank, 9), b.module
        ) as position

    from by_module as b
    left join ranks as r on r.module = b.module

)

select
    cast(school_key as varchar) as school_key,
    cast(event_date as date) as event_date,
    cast(module as varchar) as module,
    cast(recording as varchar) as recording,
    cast(marks as bigint) as marks,
    cast(periods as integer) as periods,
    cast(date_format(event_date, '%Y-%m') as varchar) as month

from ranked

where position = 1
