-- Generated from sql/features/case_group.sql; edit that file.
WITH attributes AS (
  SELECT
    student_audit.student_key AS student_key,
    student_audit.attribute AS attribute,
    MAX(student_audit.attribute_value) AS attribute_value
  FROM student_audit AS student_audit
  WHERE
    NOT student_audit.student_key IS NULL AND NOT student_audit.attribute_value IS NULL
  GROUP BY
    student_audit.student_key,
    student_audit.attribute
  HAVING
    MAX(attribute_value) = MIN(attribute_value)
)
SELECT
  CAST(c.student_key AS TEXT) AS student_key,
  CAST(c.as_of AS DATE) AS as_of,
  CAST(MAX(CASE WHEN a.attribute = 'sex' THEN a.attribute_value END) AS TEXT) AS sex,
  CAST(MAX(CASE WHEN a.attribute = 'race' THEN a.attribute_value END) AS TEXT) AS race,
  CAST(MAX(CASE WHEN a.attribute = 'economic_disadvantage' THEN a.attribute_value END) AS TEXT) AS economic_disadvantage,
  CAST(MAX(CASE WHEN a.attribute = 'special_education' THEN a.attribute_value END) AS TEXT) AS special_education,
  CAST(MAX(CASE WHEN a.attribute = 'english_learner' THEN a.attribute_value END) AS TEXT) AS english_learner
FROM student_case AS c
LEFT JOIN attributes AS a
  ON a.student_key = c.student_key
GROUP BY
  c.student_key,
  c.as_of
