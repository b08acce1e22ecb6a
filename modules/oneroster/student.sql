-- People with the role that users.csv (1.1) or roles.csv (1.2) gives them; the birth year comes from demographics.
-- grain: one version of a user
with births as (
    select
        user_id, birth_year,
        row_number() over (partition by user_id order by as_of desc, batch_id, record_no) as newest
    from oneroster_demographics
    where is_current and not is_deleted
),

-- A student's role before others, whatever else the person is.
roles as (
    select
        user_id, role,
        row_number() over (
            partition by user_id
            order by
                case when lower(role) = 'student' then 0 when lower(role_type) = 'primary' then 1 else 2 end,
                source_key, as_of desc, batch_id, record_no
        ) as first_role
    from oneroster_roles
    where is_current and not is_deleted
),

people as (
    select
        u.user_id, coalesce(u.role, r.role) as role, cast(nullif(trim(nullif(split_part(u.grades, ',', 1), '')), '') as varchar) as grade, b.birth_year,
        u.source_key, u.batch_id, u.record_no, u.as_of, u.change_no, u.known_from, u.known_basis, u.is_current, u.is_deleted
    from oneroster_users as u
    left join roles as r on r.user_id = u.user_id and r.first_role = 1
    left join births as b on b.user_id = u.user_id and b.newest = 1
)

select
    cast('oneroster_user' as varchar) as id_system,
    cast(user_id as varchar) as student_id,
    cast(case
        when lower(role) = 'student' then 'student'
        when lower(role) in ('guardian', 'parent', 'relative') then 'other'
        when role is not null then 'staff'
    end as varchar) as role,
    cast(case
        when regexp_like(grade, '^[1-9]$') then lpad(grade, 2, '0')
        when lower(grade) in ('k', 'kf', 'kindergarten', '0', '00') then 'KG'
        else grade
    end as varchar) as grade_level,
    cast(birth_year as bigint) as birth_year,
    cast(null as bigint) as graduation_year,
    cast('oneroster' as varchar) as module,
    cast('users' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from people
