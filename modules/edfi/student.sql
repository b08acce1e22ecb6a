-- Students by the id that other resources use.
-- grain: one version of a student
select
    cast('edfi_student' as varchar) as id_system,
    cast(student_id as varchar) as student_id,
    cast('student' as varchar) as role,
    cast(null as varchar) as grade_level,
    cast(birth_year as bigint) as birth_year,
    cast(null as bigint) as graduation_year,
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
