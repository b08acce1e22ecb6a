-- Generated from sql/views/measure_count.sql; edit that file.
WITH counts AS (
  SELECT
    student_measure.level AS level,
    student_measure.school_key AS school_key,
    '' AS grade,
    student_measure.school_year AS school_year,
    student_measure.metric AS metric,
    COUNT(*) AS students,
    COUNT(student_measure.meets) AS judged,
    COUNT(CASE WHEN student_measure.meets THEN 1 END) AS meeting
  FROM student_measure AS student_measure
  GROUP BY
    student_measure.level,
    student_measure.school_key,
    student_measure.school_year,
    student_measure.metric
), grade_counts AS (
  SELECT
    'grade' AS level,
    student_measure.school_key AS school_key,
    COALESCE(student_measure.grade, 'not stated') AS grade,
    student_measure.school_year AS school_year,
    student_measure.metric AS metric,
    COUNT(*) AS students,
    COUNT(student_measure.meets) AS judged,
    COUNT(CASE WHEN student_measure.meets THEN 1 END) AS meeting
  FROM student_measure AS student_measure
  WHERE
    student_measure.level = 'school'
  GROUP BY
    student_measure.school_key,
    COALESCE(student_measure.grade, 'not stated'),
    student_measure.school_year,
    student_measure.metric
), together AS (
  SELECT
    counts.level AS level,
    counts.school_key AS school_key,
    counts.grade AS grade,
    counts.school_year AS school_year,
    counts.metric AS metric,
    counts.students AS students,
    counts.judged AS judged,
    counts.meeting AS meeting
  FROM counts AS counts
  UNION ALL
  SELECT
    grade_counts.level AS level,
    grade_counts.school_key AS school_key,
    grade_counts.grade AS grade,
    grade_counts.school_year AS school_year,
    grade_counts.metric AS metric,
    grade_counts.students AS students,
    grade_counts.judged AS judged,
    grade_counts.meeting AS meeting
  FROM grade_counts AS grade_counts
)
SELECT
  CAST(t.level AS TEXT) AS level,
  CAST(t.school_key AS TEXT) AS school_key,
  CAST(c.school_name AS TEXT) AS school_name,
  CAST(t.grade AS TEXT) AS grade,
  CAST(t.school_year AS INT) AS school_year,
  CAST(t.metric AS TEXT) AS metric,
  CAST(t.students AS INT) AS students,
  CAST(t.judged AS INT) AS judged,
  CAST(t.meeting AS INT) AS meeting,
  CAST(t.students - t.judged AS INT) AS held_back,
  CAST(CAST(t.meeting AS DOUBLE) / NULLIF(CAST(t.judged AS DOUBLE), 0) AS DOUBLE) AS share
FROM together AS t
LEFT JOIN school AS c
  ON c.school_key = t.school_key
