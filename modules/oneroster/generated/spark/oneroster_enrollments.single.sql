-- Generated from modules/oneroster/module.yaml; edit that file.
SELECT
  staged_oneroster_enrollments.enrollment_id AS enrollment_id,
  staged_oneroster_enrollments.status AS status,
  staged_oneroster_enrollments.class_id AS class_id,
  staged_oneroster_enrollments.school_id AS school_id,
  staged_oneroster_enrollments.user_id AS user_id,
  staged_oneroster_enrollments.role AS role,
  staged_oneroster_enrollments.is_primary AS is_primary,
  staged_oneroster_enrollments.begin_date AS begin_date,
  staged_oneroster_enrollments.end_date AS end_date,
  COALESCE(staged_oneroster_enrollments.enrollment_id, '') AS source_key,
  staged_oneroster_enrollments.batch_id AS batch_id,
  staged_oneroster_enrollments.record_no AS record_no,
  staged_oneroster_enrollments.as_of AS as_of,
  staged_oneroster_enrollments.change_no AS change_no,
  staged_oneroster_enrollments.known_from AS known_from,
  staged_oneroster_enrollments.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_oneroster_enrollments AS staged_oneroster_enrollments
