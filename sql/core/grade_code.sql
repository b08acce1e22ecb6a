-- What sources write for a grade, and the one code of the Common Education Data Standards that it means.
-- A spelling is compared in small letters without blanks and signs; what stands here not at all stays as it was written.
-- grain: one row a spelling      keys: spelling      owner: data office      partition: all
with

codes as (

    select 'IT' as grade, 'it infanttoddler infant toddler' as spellings from measure_policy
    union all
    select 'PR' as grade, 'pr preschool ps3 ps4' as spellings from measure_policy
    union all
    select 'PK' as grade, 'pk prek pre-k prekindergarten pre-kindergarten preschoolprekindergarten pk3 pk4 p3 p4 earlyeducation -1 -2' as spellings from measure_policy
    union all
    select 'TK' as grade, 'tk transitionalkindergarten transitionalk' as spellings from measure_policy
    union all
    select 'KG' as grade, 'kg k kf kindergarten kinder 0 00 gradek gradekg grade0 gradekindergarten kindergartengrade' as spellings from measure_policy
    union all
    select 'PS' as grade, 'ps postsecondary postgraduate' as spellings from measure_policy
    union all
    select 'UG' as grade, 'ug ungraded' as spellings from measure_policy

),

numbers as (

    select
        cast(t.number as varchar) as digits,
        lpad(cast(t.number as varchar), 2, '0') as grade,
        case t.number when 1 then 'st' when 2 then 'nd' when 3 then 'rd' else 'th' end as ending,
        nullif(
            split_part(
                'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth',
                ' ',
                cast(t.number as integer)
            ), ''
        ) as word

    from measure_policy as p
    cross join unnest(sequence(1, 13)) as t (number)

),

written as (

    select grade, nullif(split_part(c.spellings, ' ', cast(t.position as integer)), '') as spelling

    from codes as c
    cross join unnest(sequence(1, 20)) as t (position)

    union all

    select
        n.grade,
        case t.position
            when 1 then n.digits
            when 2 then n.grade
            when 3 then 'grade' || n.digits
            when 4 then 'grade' || n.grade
            when 5 then 'gr' || n.digits
            when 6 then 'gr' || n.grade
            when 7 then 'g' || n.digits
            when 8 then 'g' || n.grade
            when 9 then n.digits || n.ending
            when 10 then n.digits || n.ending || 'grade'
            when 11 then n.grade || n.ending
            when 12 then n.grade || n.ending || 'grade'
            when 13 then n.word
            else n.word || 'grade'
        end as spelling

    from numbers as n
    cross join unnest(sequence(1, 14)) as t (position)

)

select
    cast(spelling as varchar) as spelling,
    cast(min(grade) as varchar) as grade,
    cast('all' as varchar) as part

from written

where spelling is not null

group by spelling
