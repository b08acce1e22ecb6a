-- Generated from modules/oneroster/module.yaml; edit that file.
SELECT
  staged_oneroster_classes.class_id AS class_id,
  staged_oneroster_classes.status AS status,
  staged_oneroster_classes.title AS title,
  staged_oneroster_classes.course_id AS course_id,
  staged_oneroster_classes.class_code AS class_code,
  staged_oneroster_classes.class_type AS class_type,
  staged_oneroster_classes.school_id AS school_id,
  staged_oneroster_classes.term_ids AS term_ids,
  staged_oneroster_classes.subjects AS subjects,
  staged_oneroster_classes.periods AS periods,
  COALESCE(staged_oneroster_classes.class_id, '') AS source_key,
  staged_oneroster_classes.batch_id AS batch_id,
  staged_oneroster_classes.record_no AS record_no,
  staged_oneroster_classes.as_of AS as_of,
  staged_oneroster_classes.change_no AS change_no,
  staged_oneroster_classes.known_from AS known_from,
  staged_oneroster_classes.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_oneroster_classes AS staged_oneroster_classes
