-- The status word of a student; moving away, private school and home school are transfers, as EDFacts counts them.
-- grain: one row for each version of a student
select
  cast('sis_student' as varchar) as id_system,
  student_id,
  status as local_status,
  cast(
    case lower(trim(status))
      when 'active' then 'enrolled'
      when 'enrolled' then 'enrolled'
      when 'graduated' then 'graduated'
      when 'moved' then 'transferred'
      when 'transferred' then 'transferred'
      when 'private school' then 'transferred'
      when 'home school' then 'transferred'
      when 'dropped out' then 'dropped_out'
      when 'dropout' then 'dropped_out'
    end as varchar
  ) as status,
  cast('contoso_sis' as varchar) as module,
  cast('students' as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from contoso_sis_students
