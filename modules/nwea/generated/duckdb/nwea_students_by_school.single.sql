-- Generated from modules/nwea/module.yaml; edit that file.
SELECT
  staged_nwea_students_by_school.term_name AS term_name,
  staged_nwea_students_by_school.school_name AS school_name,
  staged_nwea_students_by_school.school_state_id AS school_state_id,
  staged_nwea_students_by_school.student_id AS student_id,
  staged_nwea_students_by_school.student_state_id AS student_state_id,
  staged_nwea_students_by_school.birth_year AS birth_year,
  staged_nwea_students_by_school.ethnic_group AS ethnic_group,
  staged_nwea_students_by_school.sex AS sex,
  staged_nwea_students_by_school.grade_level AS grade_level,
  COALESCE(staged_nwea_students_by_school.student_id, '') || '|' || COALESCE(staged_nwea_students_by_school.term_name, '') || '|' || COALESCE(staged_nwea_students_by_school.school_name, '') AS source_key,
  staged_nwea_students_by_school.batch_id AS batch_id,
  staged_nwea_students_by_school.record_no AS record_no,
  staged_nwea_students_by_school.as_of AS as_of,
  staged_nwea_students_by_school.change_no AS change_no,
  staged_nwea_students_by_school.known_from AS known_from,
  staged_nwea_students_by_school.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_nwea_students_by_school AS staged_nwea_students_by_school
