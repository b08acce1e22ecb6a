-- How far today's students are from those that a model learnt from, input by input, and the scores themselves.
-- grain: one row a task and input      keys: task, input      owner: models
select
    cast(d.task as varchar) as task,
    cast(d.model_id as varchar) as model_id,
    cast(d.as_of as date) as as_of,
    cast(d.input as varchar) as input,
    cast(d.psi as double) as psi,
    cast(d.verdict as varchar) as verdict

from drift_record as d
