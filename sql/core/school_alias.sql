-- Which school a source's own school id means: by id first, then by name, else a school of its own.
-- An id that no source lists is its own school under its normal form (lower case, no dashes), so no row is needed for it.
-- grain: one row a module and source school id      keys: module, source_school_id      owner: data office      partition: all
with

ranks as (

    select module, authority_rank from module_rank

),

-- A deleted school keeps its alias: associations still point to it.
listed as (

    select
        s.module,
        s.source_school_id,
        lower(replace(trim(s.source_school_id), '-', '')) as normal_id,
        min(nullif(trim(regexp_replace(lower(s.school_name), '[^a-z0-9]+', ' ')), '')) as normal_name,
        min(coalesce(r.authority_rank, 9)) as authority_rank

    from mapped_school as s
    left join ranks as r on r.module = s.module

    where s.is_current and trim(s.source_school_id) <> ''

    group by s.module, s.source_school_id, lower(replace(trim(s.source_school_id), '-', ''))

),

-- One name an id: the name that the most trusted source gives it.
named_ids as (

    select
        normal_id,
        normal_name,
        row_number() over (
            partition by normal_id order by authority_rank, module, source_school_id
        ) as position

    from listed

    where normal_name is not null

),

-- Two schools of one name in one source cannot be told apart by name.
name_uses as (

    select module, normal_name, count(distinct normal_id) as ids

    from listed

    where normal_name is not null

    group by module, normal_name

),

ambiguous_names as (

    select normal_name from name_uses group by normal_name having max(ids) > 1

),

name_anchors as (

    select
        l.normal_name,
        l.normal_id,
        row_number() over (
            partition by l.normal_name order by l.authority_rank, l.module, l.normal_id, l.source_school_id
        ) as position

    from listed as l
    left join ambiguous_names as a on a.normal_name = l.normal_name

    where l.normal_name is not null and a.normal_name is null

)

select
    cast(l.module as varchar) as module,
    cast(l.source_school_id as varchar) as source_school_id,
    cast(coalesce(a.normal_id, l.normal_id) as varchar) as school_key,
    cast('all' as varchar) as part

from listed as l
left join named_ids as n on n.normal_id = l.normal_id and n.position = 1
left join name_anchors as a on a.normal_name = n.normal_name and a.position = 1
