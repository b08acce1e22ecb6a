-- Generated from modules/oneroster/section.sql; edit that file.
SELECT
  CAST(oneroster_classes.class_id AS TEXT) AS source_section_id,
  CAST(oneroster_classes.course_id AS TEXT) AS source_course_id,
  CAST(oneroster_classes.school_id AS TEXT) AS source_school_id,
  CAST(NULLIF(TRIM(NULLIF(SPLIT_PART(oneroster_classes.term_ids, ',', 1), '')), '') AS TEXT) AS source_term_id,
  CAST(COALESCE(oneroster_classes.title, oneroster_classes.class_code) AS TEXT) AS section_name,
  CAST('oneroster' AS TEXT) AS module,
  CAST('classes' AS TEXT) AS source_table,
  CAST(oneroster_classes.source_key AS TEXT) AS source_key,
  CAST(oneroster_classes.batch_id AS TEXT) AS batch_id,
  CAST(oneroster_classes.record_no AS BIGINT) AS record_no,
  CAST(oneroster_classes.as_of AS TIMESTAMP) AS as_of,
  CAST(oneroster_classes.change_no AS BIGINT) AS change_no,
  CAST(oneroster_classes.known_from AS DATE) AS known_from,
  CAST(oneroster_classes.known_basis AS TEXT) AS known_basis,
  CAST(oneroster_classes.is_current AS BOOLEAN) AS is_current,
  CAST(oneroster_classes.is_deleted AS BOOLEAN) AS is_deleted
FROM oneroster_classes AS oneroster_classes
