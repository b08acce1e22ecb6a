-- The models that were judged, what was decided, and which one is in use since when; the plain list stands as 'plain'.
-- grain: one row a task and model      keys: task, model_id      owner: models
select
    cast(m.task as varchar) as task,
    cast(m.model_id as varchar) as model_id,
    cast(m.run_id as varchar) as run_id,
    cast(m.decided_on as date) as decided_on,
    cast(m.approval as varchar) as approval,
    cast(m.decision as varchar) as decision,
    cast(m.in_use as boolean) as in_use,
    cast(m.in_use_since as date) as in_use_since,
    cast(m.reasons as varchar) as reasons

from model_record as m
