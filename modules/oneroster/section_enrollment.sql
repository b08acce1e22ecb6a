-- Students in classes; without dates of its own a stint takes those of the class's terms.
-- grain: one version of a student's stint in a class
with positions as (
    select place from unnest(sequence(1, 5)) as t (place)
),

-- A class may run over several terms (up to five are read): it lasts from the first day of the first to the last of the last.
class_terms as (
    select c.class_id, cast(nullif(trim(nullif(split_part(c.term_ids, ',', p.place), '')), '') as varchar) as session_id
    from oneroster_classes as c
    cross join positions as p
    where c.is_current and not c.is_deleted
),

class_spans as (
    select t.class_id, min(s.begin_date) as begin_date, max(s.end_date) as end_date
    from class_terms as t
    inner join oneroster_academic_sessions as s on s.session_id = t.session_id
    where s.is_current and not s.is_deleted
    group by t.class_id
),

stints as (
    select
        e.class_id, e.user_id,
        coalesce(e.begin_date, s.begin_date) as begin_date,
        coalesce(e.end_date, s.end_date) as end_date,
        cast(e.as_of as date) as seen_on,
        e.source_key, e.batch_id, e.record_no, e.as_of, e.change_no, e.known_from, e.known_basis, e.is_current, e.is_deleted
    from oneroster_enrollments as e
    left join class_spans as s on s.class_id = e.class_id
    where lower(e.role) in ('student')
),

-- A row that disappears, or says "tobedeleted", ends the stint on that day; one that had not yet begun never was.
ended as (
    select
        class_id, user_id, begin_date,
        case when is_deleted and (end_date is null or seen_on < end_date) then seen_on else end_date end as end_date,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, case when is_deleted and (begin_date is null or begin_date >= seen_on) then true else false end as is_deleted
    from stints
)

select
    cast(class_id as varchar) as source_section_id,
    cast('oneroster_user' as varchar) as id_system,
    cast(user_id as varchar) as student_id,
    cast(begin_date as date) as begin_date,
    cast(end_date as date) as end_date,
    cast('oneroster' as varchar) as module,
    cast('enrollments' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from ended
