-- Generated from modules/contoso_sis/module.yaml; edit that file.
SELECT
  staged_contoso_sis_studentdemographics.student_id AS student_id,
  staged_contoso_sis_studentdemographics.race AS race,
  staged_contoso_sis_studentdemographics.primary_language AS primary_language,
  staged_contoso_sis_studentdemographics.english_learner AS english_learner,
  staged_contoso_sis_studentdemographics.special_education AS special_education,
  staged_contoso_sis_studentdemographics.low_income AS low_income,
  COALESCE(staged_contoso_sis_studentdemographics.student_id, '') AS source_key,
  staged_contoso_sis_studentdemographics.batch_id AS batch_id,
  staged_contoso_sis_studentdemographics.record_no AS record_no,
  staged_contoso_sis_studentdemographics.as_of AS as_of,
  staged_contoso_sis_studentdemographics.change_no AS change_no,
  staged_contoso_sis_studentdemographics.known_from AS known_from,
  staged_contoso_sis_studentdemographics.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_contoso_sis_studentdemographics AS staged_contoso_sis_studentdemographics
