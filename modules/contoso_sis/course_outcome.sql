-- Marks of students in sections, as the student information system holds them; marks above 100 are kept as they are.
-- grain: one row for each version of (mark, student, section, term, school year)

select
  cast('sis_student' as varchar) as id_system,
  student_id,
  section_id as source_section_id,
  term_id as source_term_id,
  cast(school_year as integer) as school_year,
  numeric_mark,
  letter_mark,
  is_final,
  credits_attempted,
  credits_earned,
  cast('contoso_sis' as varchar) as module,
  cast('studentsectionmark' as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from contoso_sis_studentsectionmark
