-- Other ids of a user: identifier (the SIS number by custom), e-mail and user name.
-- An id that two users share (a family's e-mail, "guest") joins nobody.
-- grain: one version of a user and id
with links as (
    select
        user_id, 'sis_student' as id_system_b, identifier as id_b, 'OneRoster identifier' as basis,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from oneroster_users
    union all
    select
        user_id, 'email' as id_system_b, email as id_b, 'OneRoster e-mail' as basis,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from oneroster_users
    union all
    select
        user_id, 'upn' as id_system_b, username as id_b, 'OneRoster user name' as basis,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
    from oneroster_users
),

holders as (
    select id_system_b, id_b, count(distinct user_id) as users
    from links
    where is_current and not is_deleted and id_b is not null
    group by id_system_b, id_b
)

select
    cast('oneroster_user' as varchar) as id_system_a,
    cast(l.user_id as varchar) as id_a,
    cast(l.id_system_b as varchar) as id_system_b,
    cast(l.id_b as varchar) as id_b,
    cast(l.basis as varchar) as basis,
    cast('oneroster' as varchar) as module,
    cast('users' as varchar) as source_table,
    cast(l.source_key as varchar) as source_key,
    cast(l.batch_id as varchar) as batch_id,
    cast(l.record_no as bigint) as record_no,
    cast(l.as_of as timestamp) as as_of,
    cast(l.change_no as bigint) as change_no,
    cast(l.known_from as date) as known_from,
    cast(l.known_basis as varchar) as known_basis,
    cast(l.is_current as boolean) as is_current,
    cast(l.is_deleted as boolean) as is_deleted
from links as l
inner join holders as h on h.id_system_b = l.id_system_b and h.id_b = l.id_b and h.users = 1
