-- Students at schools: roles.csv gives dates (1.2); in 1.1 a stint lasts as long as users.csv lists the school.
-- Each version of a user is a piece of the stint that ends when the next version or the disappearance is seen.
-- grain: one user, listed organisation and version; one role and version
with positions as (
    select place from unnest(sequence(1, 5)) as t (place)
),

organisations as (
    select
        org_id, lower(org_type) as org_type,
        row_number() over (partition by org_id order by as_of desc, batch_id, record_no) as newest
    from oneroster_orgs
    where is_current
),

years as (
    select school_year, min(begin_date) as begin_date, max(end_date) as end_date
    from oneroster_academic_sessions
    where is_current and not is_deleted
    group by school_year
),

deliveries as (
    select as_of from oneroster_users group by as_of
),

-- The roster says since when only through its sessions: the year that a delivery falls in.
year_begins as (
    select d.as_of, max(y.begin_date) as begin_date
    from deliveries as d
    inner join years as y on y.begin_date <= cast(d.as_of as date) and cast(d.as_of as date) < y.end_date
    group by d.as_of
),

versions as (
    select
        user_id, org_ids, grades, role, primary_org_id,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted,
        row_number() over (partition by user_id order by as_of, change_no, is_deleted, batch_id, record_no) as version_no,
        lead(as_of) over (partition by user_id order by as_of, change_no, is_deleted, batch_id, record_no) as next_as_of,
        lead(batch_id) over (partition by user_id order by as_of, change_no, is_deleted, batch_id, record_no) as next_batch_id,
        lead(record_no) over (partition by user_id order by as_of, change_no, is_deleted, batch_id, record_no) as next_record_no,
        lead(known_from) over (partition by user_id order by as_of, change_no, is_deleted, batch_id, record_no) as next_known_from,
        lead(known_basis) over (partition by user_id order by as_of, change_no, is_deleted, batch_id, record_no) as next_known_basis
    from oneroster_users
),

listed as (
    select
        v.user_id, v.grades, v.primary_org_id, p.place, v.version_no, y.begin_date as year_begin,
        cast(nullif(trim(nullif(split_part(v.org_ids, ',', p.place), '')), '') as varchar) as org_id,
        v.source_key, v.batch_id, v.record_no, v.as_of, v.change_no, v.known_from, v.known_basis,
        v.next_as_of, v.next_batch_id, v.next_record_no, v.next_known_from, v.next_known_basis
    from versions as v
    cross join positions as p
    left join year_begins as y on y.as_of = v.as_of
    where not v.is_deleted and lower(v.role) = 'student'
),

-- As it was known while it lasted: open.
open_pieces as (
    select
        'users' as source_table, user_id, org_id, grades,
        case when version_no > 1 then cast(as_of as date) else year_begin end as begin_date,
        cast(null as date) as end_date,
        case when primary_org_id is not null then primary_org_id = org_id else place = 1 end as is_primary,
        source_key || '|' || org_id || '|' || cast(version_no as varchar) as source_key,
        batch_id, record_no, as_of, change_no, known_from, known_basis,
        next_as_of is null as is_current, false as is_deleted
    from listed
    where org_id is not null
),

-- As it is known since the next version: closed.
closed_pieces as (
    select
        'users' as source_table, user_id, org_id, grades,
        case when version_no > 1 or year_begin is null then cast(as_of as date) else year_begin end as begin_date,
        cast(next_as_of as date) as end_date,
        case when primary_org_id is not null then primary_org_id = org_id else place = 1 end as is_primary,
        source_key || '|' || org_id || '|' || cast(version_no as varchar) as source_key,
        next_batch_id as batch_id, next_record_no as record_no, next_as_of as as_of, change_no,
        next_known_from as known_from, next_known_basis as known_basis,
        true as is_current, false as is_deleted
    from listed
    where org_id is not null and next_as_of is not null
),

grades as (
    select
        user_id, grades,
        row_number() over (partition by user_id order by as_of desc, batch_id, record_no) as newest
    from oneroster_users
    where is_current
),

roles as (
    select
        'roles' as source_table, r.user_id, r.org_id, g.grades, r.begin_date,
        case
            when r.is_deleted and (r.end_date is null or cast(r.as_of as date) < r.end_date) then cast(r.as_of as date)
            else r.end_date
        end as end_date,
        lower(r.role_type) = 'primary' as is_primary,
        r.source_key, r.batch_id, r.record_no, r.as_of, r.change_no, r.known_from, r.known_basis, r.is_current,
        case when r.is_deleted and r.begin_date >= cast(r.as_of as date) then true else false end as is_deleted
    from oneroster_roles as r
    left join grades as g on g.user_id = r.user_id and g.newest = 1
    where lower(r.role) = 'student'
),

stints as (
    select
        source_table, user_id, org_id, grades, begin_date, end_date, is_primary,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from open_pieces
    union all
    select
        source_table, user_id, org_id, grades, begin_date, end_date, is_primary,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from closed_pieces
    union all
    select
        source_table, user_id, org_id, grades, begin_date, end_date, is_primary,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from roles
),

-- An organisation that no file lists is taken for a school: a student belongs to one.
at_school as (
    select
        s.source_table, s.user_id, s.org_id, cast(nullif(trim(nullif(split_part(s.grades, ',', 1), '')), '') as varchar) as grade, s.begin_date, s.end_date, s.is_primary,
        s.source_key, s.batch_id, s.record_no, s.as_of, s.change_no, s.known_from, s.known_basis, s.is_current, s.is_deleted
    from stints as s
    left join organisations as o on o.org_id = s.org_id and o.newest = 1
    where o.org_type is null or o.org_type in ('school', 'department')
)

select
    cast('oneroster_user' as varchar) as id_system,
    cast(user_id as varchar) as student_id,
    cast(org_id as varchar) as source_school_id,
    cast(case
        when regexp_like(grade, '^[1-9]$') then lpad(grade, 2, '0')
        when lower(grade) in ('k', 'kf', 'kindergarten', '0', '00') then 'KG'
        else grade
    end as varchar) as grade_level,
    cast(null as integer) as school_year,
    cast(begin_date as date) as begin_date,
    cast(end_date as date) as end_date,
    cast(is_primary as boolean) as is_primary,
    cast(null as varchar) as entry_reason,
    cast(null as varchar) as exit_reason,
    cast('roster' as varchar) as enrollment_basis,
    cast('oneroster' as varchar) as module,
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
from at_school
