-- The school that the student file names for a student; the file has no dates, so the beginning is left open.
-- grain: one row for each version of a student

select
  cast('sis_student' as varchar) as id_system,
  student_id,
  school_id as source_school_id,
  grade as grade_level,
  cast(null as integer) as school_year,
  cast(null as date) as begin_date,
  -- A status other than active says that the stint is over, and the day we learnt it is the best date there is.
  case when lower(status) not in ('active', 'enrolled') then known_from end as end_date,
  cast(null as boolean) as is_primary,
  cast(null as varchar) as entry_reason,
  case when lower(status) not in ('active', 'enrolled') then status end as exit_reason,
  cast('association' as varchar) as enrollment_basis,
  cast('contoso_sis' as varchar) as module,
  cast('students' as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from contoso_sis_students
where school_id is not null
