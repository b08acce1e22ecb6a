-- The unique id of a student beside the id of his record in the ODS.
-- grain: one version of a student
select
    cast('edfi_student' as varchar) as id_system_a,
    cast(student_id as varchar) as id_a,
    cast('edfi_student_resource' as varchar) as id_system_b,
    cast(resource_id as varchar) as id_b,
    cast('Ed-Fi student record holds both ids' as varchar) as basis,
    cast('edfi' as varchar) as module,
    cast('students' as varchar) as source_table,
    cast(source_key as varchar) as source_key,
    cast(batch_id as varchar) as batch_id,
    cast(record_no as bigint) as record_no,
    cast(as_of as timestamp) as as_of,
    cast(change_no as bigint) as change_no,
    cast(known_from as date) as known_from,
    cast(known_basis as varchar) as known_basis,
    cast(is_current as boolean) as is_current,
    cast(is_deleted as boolean) as is_deleted
from edfi_students
where student_id is not null and resource_id is not null
