-- What was measured of each model on outcomes that its training never saw: overall, and for each group with its n.
-- grain: one row a task, model, group and measure      keys: task, model_id, attribute, attribute_value, measure      owner: models
select
    cast(m.task as varchar) as task,
    cast(m.model_id as varchar) as model_id,
    cast(m.attribute as varchar) as attribute,
    cast(m.attribute_value as varchar) as attribute_value,
    cast(m.measure as varchar) as measure,
    cast(m.students as bigint) as students,
    cast(m.value as double) as value,
    cast(m.low as double) as low,
    cast(m.high as double) as high,
    cast(m.verdict as varchar) as verdict

from model_measure as m
