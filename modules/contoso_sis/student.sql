-- Students of the student information system; the demographics file lists students too, without grade.
-- grain: one row for each version of a student in each of the two files

with

people as (
  select
    'students' as source_table, student_id, grade, birth_year, graduation_year,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from contoso_sis_students
  union all
  select
    'studentdemographics' as source_table, student_id,
    cast(null as varchar) as grade, cast(null as bigint) as birth_year, cast(null as bigint) as graduation_year,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from contoso_sis_studentdemographics
)

select
  cast('sis_student' as varchar) as id_system,
  student_id,
  cast('student' as varchar) as role,
  grade as grade_level,
  birth_year,
  graduation_year,
  cast('contoso_sis' as varchar) as module,
  cast(source_table as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from people
