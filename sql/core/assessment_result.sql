-- One score of one sitting, in all its versions; a score of an unknown person stays in.
-- grain: one row a source record, result and version      keys: module, source_table, source_key, result_name, as_of, batch_id, record_no      owner: assessment      partition: all
select
    cast(m.student_key as varchar) as student_key,
    cast(e.assessment as varchar) as assessment,
    cast(e.subject as varchar) as subject,
    cast(e.administered_on as date) as administered_on,
    cast(e.result_name as varchar) as result_name,
    cast(e.score as double) as score,
    cast(e.score_text as varchar) as score_text,
    cast(e.standard_error as double) as standard_error,
    cast(e.percentile as double) as percentile,
    cast(coalesce(g.grade, e.grade_level) as varchar) as grade_level,
    cast(coalesce(a.school_key, lower(replace(trim(e.source_school_id), '-', ''))) as varchar) as school_key,
    cast(e.attempt_status as varchar) as attempt_status,

    -- where it comes from
    cast(e.id_system as varchar) as id_system,
    cast(e.student_id as varchar) as student_id,
    cast(e.module as varchar) as module,
    cast(e.source_table as varchar) as source_table,
    cast(e.source_key as varchar) as source_key,
    cast(e.batch_id as varchar) as batch_id,
    cast(e.record_no as bigint) as record_no,
    cast(e.as_of as timestamp) as as_of,
    cast(e.change_no as bigint) as change_no,
    cast(e.known_from as date) as known_from,
    cast(e.known_basis as varchar) as known_basis,
    cast(e.is_current as boolean) as is_current,
    cast(e.is_deleted as boolean) as is_deleted,
    cast('all' as varchar) as part

from mapped_assessment_result as e
left join identity_map as m on m.id_system = e.id_system and m.id = e.student_id
left join grade_code as g on g.spelling = regexp_replace(lower(e.grade_level), '[^a-z0-9-]', '')
left join school_alias as a on a.module = e.module and a.source_school_id = e.source_school_id
