-- How often each model and each rule was right, by what staff said of its items, month by month.
-- Right: somebody was met, a plan was started, or it is being handled. Known is counted apart: right, and no news.
-- grain: one row a model or rule, task and month in which items were closed      keys: made_by, task, month      owner: counselling
with

closed as (

    select made_by, source, task, verdict, date_format(closed_on, '%Y-%m') as month

    from check_in_record

    where closed_on is not null

),

counted as (

    select
        made_by,
        source,
        task,
        month,
        count(*) as items_closed,
        count_if(verdict = 'right') as items_right,
        count_if(verdict = 'known') as items_known,
        count_if(verdict = 'wrong') as items_wrong,
        count_if(verdict = 'unknown') as items_unknown

    from closed

    group by made_by, source, task, month

)

select
    cast(made_by as varchar) as made_by,
    cast(source as varchar) as source,
    cast(task as varchar) as task,
    cast(month as varchar) as month,
    cast(items_closed as integer) as items_closed,
    cast(items_right as integer) as items_right,
    cast(items_known as integer) as items_known,
    cast(items_wrong as integer) as items_wrong,
    cast(items_unknown as integer) as items_unknown,

    -- of the items of which staff could say so
    cast(
        cast(items_right as double) / nullif(cast(items_right + items_known + items_wrong as double), 0) as double
    ) as share_right,
    cast(
        cast(items_wrong as double) / nullif(cast(items_right + items_known + items_wrong as double), 0) as double
    ) as share_wrong

from counted
