-- Generated from modules/oneroster/module.yaml; edit that file.
SELECT
  staged_oneroster_courses.course_id AS course_id,
  staged_oneroster_courses.status AS status,
  staged_oneroster_courses.school_year_id AS school_year_id,
  staged_oneroster_courses.title AS title,
  staged_oneroster_courses.course_code AS course_code,
  staged_oneroster_courses.org_id AS org_id,
  staged_oneroster_courses.subjects AS subjects,
  COALESCE(staged_oneroster_courses.course_id, '') AS source_key,
  staged_oneroster_courses.batch_id AS batch_id,
  staged_oneroster_courses.record_no AS record_no,
  staged_oneroster_courses.as_of AS as_of,
  staged_oneroster_courses.change_no AS change_no,
  staged_oneroster_courses.known_from AS known_from,
  staged_oneroster_courses.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_oneroster_courses AS staged_oneroster_courses
